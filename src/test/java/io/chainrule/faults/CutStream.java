package io.chainrule.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/// A stream of events is cut again and again, and each time goes on at any replica.
final class CutStream {

    private static final int MOST_MILLISECONDS = 250;

    private final Replicas replicas;
    private final Random random;

    CutStream(Replicas replicas, Random random) {
        this.replicas = replicas;
        this.random = random;
    }

    /// @return the ids of the events that came
    List<Long> read(int cuts) {
        var job = replicas.post(replicas.workload().endless());
        var path = Client.JOBS + "/" + job;
        var reader = new EventReader(replicas.any().client().address(path + "/events"));
        for (int cut = 1; cut <= cuts; cut++) {
            assertThat(reader.read(Duration.ofMillis(random.nextInt(MOST_MILLISECONDS))))
                    .isEqualTo(200);
            reader.goOnAt(replicas.any().client().address(path + "/events"));
            if (random.nextInt(10) == 0) {
                replicas.any().client().post(path + (random.nextBoolean() ? "/pause" : "/resume"));
            }
        }
        replicas.cancel(replicas.any(), job);
        while (reader.read(Duration.ofSeconds(20)) != 204) {
            ServiceProcess.pause(Duration.ofMillis(10));
        }
        return reader.ids();
    }
}
