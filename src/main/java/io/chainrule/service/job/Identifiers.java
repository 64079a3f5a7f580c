package io.chainrule.service.job;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.math.BigInteger;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Makes ids that sort by time: a prefix, then a UUIDv7 as 26 characters of Crockford's base 32.
@Component
public final class Identifiers {

    /// The fixed ids of what is bundled begin with this.
    public static final String SAMPLE = "sample-";

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 26;

    private final NoArgGenerator generator = Generators.timeBasedEpochGenerator();

    public static boolean isSample(String id) {
        return id.startsWith(SAMPLE);
    }

    public String ofJob() {
        return "job_" + next();
    }

    public String ofDataset() {
        return "ds_" + next();
    }

    public String ofModel() {
        return "mdl_" + next();
    }

    public String ofExperiment() {
        return "exp_" + next();
    }

    private String next() {
        return text(generator.generate());
    }

    static String text(UUID uuid) {
        var bits = unsigned(uuid.getMostSignificantBits())
                .shiftLeft(Long.SIZE)
                .or(unsigned(uuid.getLeastSignificantBits()));
        var text = new StringBuilder(LENGTH);
        for (int position = LENGTH - 1; position >= 0; position--) {
            text.append(ALPHABET.charAt(bits.shiftRight(5 * position).intValue() & 31));
        }
        return text.toString();
    }

    private static BigInteger unsigned(long bits) {
        return BigInteger.valueOf(bits).and(BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE));
    }
}
