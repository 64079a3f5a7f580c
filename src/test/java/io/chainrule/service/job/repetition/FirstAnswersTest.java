package io.chainrule.service.job.repetition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainrule.service.job.SettableClock;
import io.chainrule.service.job.repetition.FirstAnswers.Reply;
import io.chainrule.service.store.OnEveryDatabase;
import io.chainrule.service.store.Stores;
import io.chainrule.service.store.Vendor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEveryDatabase
class FirstAnswersTest {

    @Parameter
    Vendor vendor;

    @TempDir
    Path directory;

    private final SettableClock clock = new SettableClock();
    private Stores stores;
    private FirstAnswers answers;

    @BeforeEach
    void open() {
        stores = new Stores(vendor, directory, clock);
        stores.database().sql("create table creation (name varchar(20))").update();
        answers = DayOfAnswers.in(stores, clock);
    }

    @AfterEach
    void close() {
        stores.close();
    }

    /// Creates something, and says so.
    private Supplier<KeptAnswer> creating(String name) {
        return () -> {
            stores.database().sql("insert into creation values (?)").param(name).update();
            return answer(202, name);
        };
    }

    private static KeptAnswer answer(int status, String body) {
        return new KeptAnswer(status, Map.of("Location", "/" + body), body.getBytes(StandardCharsets.UTF_8));
    }

    private long created() {
        return stores.database()
                .sql("select count(*) from creation")
                .query(Long.class)
                .single();
    }

    private long kept() {
        return stores.database()
                .sql("select count(*) from kept_answer")
                .query(Long.class)
                .single();
    }

    private static String body(Reply reply) {
        return new String(reply.answer().body(), StandardCharsets.UTF_8);
    }

    @Test
    void requestThatComesAgainGetsTheFirstAnswer() {
        var first = answers.reply("", "key", "request", creating("one"));
        var second = answers.reply("", "key", "request", creating("two"));
        assertThat(first.isReplayed()).isFalse();
        assertThat(second.isReplayed()).isTrue();
        assertThat(body(second)).isEqualTo("one");
        assertThat(second.answer().status()).isEqualTo(202);
        assertThat(second.answer().headers()).containsExactly(Map.entry("Location", "/one"));
        assertThat(created()).isEqualTo(1);
    }

    @Test
    void keysOfDifferentOwnersHaveNothingInCommon() {
        answers.reply("ada", "b", "request", creating("one"));
        assertThat(answers.reply("ad", "ab", "request", creating("two")).isReplayed())
                .isFalse();
        assertThat(answers.reply("eve", "b", "other", creating("three")).isReplayed())
                .isFalse();
    }

    @Test
    void keyStandsForOneRequest() {
        answers.reply("", "key", "request", creating("one"));
        assertThatThrownBy(() -> answers.reply("", "key", "another", creating("two")))
                .isInstanceOf(KeyReusedException.class)
                .hasMessageContaining("\"key\"");
        assertThat(created()).isEqualTo(1);
    }

    @Test
    void refusedRequestLeavesNeitherKeyNorAnythingElse() {
        Supplier<KeptAnswer> refusing = () -> {
            creating("half").get();
            return answer(422, "no");
        };
        assertThat(body(answers.reply("", "key", "request", refusing))).isEqualTo("no");
        assertThat(created()).isZero();
        assertThat(kept()).isZero();
        assertThat(answers.reply("", "key", "corrected", creating("one")).isReplayed())
                .isFalse();
    }

    @Test
    void brokenWorkLeavesNothingBehind() {
        Supplier<KeptAnswer> broken = () -> {
            creating("half").get();
            throw new IllegalStateException("broken");
        };
        assertThatThrownBy(() -> answers.reply("", "key", "request", broken)).hasMessage("broken");
        assertThat(created()).isZero();
        assertThat(kept()).isZero();
        assertThat(answers.reply("", "key", "request", creating("one")).isReplayed())
                .isFalse();
    }

    @Test
    void requestWhoseFirstIsStillWorkedOnHasToWait() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var first = Thread.ofVirtual()
                .start(() -> answers.reply("", "key", "request", () -> {
                    begun.countDown();
                    await(go);
                    return creating("one").get();
                }));
        begun.await();
        assertThatThrownBy(() -> answers.reply("", "key", "request", creating("two")))
                .isInstanceOf(KeyInProgressException.class);
        go.countDown();
        first.join();
        assertThat(answers.reply("", "key", "request", creating("two")).isReplayed())
                .isTrue();
        assertThat(created()).isEqualTo(1);
    }

    /// Another process knows nothing of what this one works on; the database does.
    @Test
    void twoProcessesDoNotCreateTwice() throws InterruptedException {
        var another = DayOfAnswers.in(stores, clock);
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var first = Thread.ofVirtual()
                .start(() -> answers.reply("", "key", "request", () -> {
                    begun.countDown();
                    await(go);
                    return creating("one").get();
                }));
        begun.await();
        assertThatThrownBy(() -> another.reply("", "key", "request", creating("two")))
                .isInstanceOf(KeyInProgressException.class);
        go.countDown();
        first.join();
        assertThat(body(another.reply("", "key", "request", creating("two")))).isEqualTo("one");
        assertThat(created()).isEqualTo(1);
    }

    @Test
    void answersAreKeptForADay() {
        answers.reply("", "key", "request", creating("one"));
        clock.advance(Duration.ofHours(23));
        answers.reply("", "younger", "request", creating("two"));
        assertThat(answers.reply("", "key", "request", creating("three")).isReplayed())
                .isTrue();
        clock.advance(Duration.ofHours(2));
        assertThat(answers.reply("", "key", "request", creating("four")).isReplayed())
                .isFalse();
        assertThat(created()).isEqualTo(3);
        clock.advance(Duration.ofHours(23));
        assertThat(answers.forgetOld()).isEqualTo(1);
        assertThat(kept()).isEqualTo(1);
        assertThat(answers.reply("", "key", "request", creating("five")).isReplayed())
                .isTrue();
    }

    @Test
    void largeAnswerComesBackWhole() {
        var large = "x".repeat(3_000_000);
        answers.reply(
                "", "key", "request", () -> new KeptAnswer(202, Map.of(), large.getBytes(StandardCharsets.UTF_8)));
        assertThat(body(answers.reply("", "key", "request", creating("one")))).isEqualTo(large);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
