package io.chainrule.engine.kernel;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Threads that share the chunks of a large kernel: whoever is free claims the next, and the thread that wants the
/// result works with them. Chunks are parts of the result, never of a sum, so the bits do not depend on who does what.
public final class Team {

    /// Multiply-adds from which on it pays to wake another thread.
    private static final long LARGE = 1 << 24;

    /// How long the last chunks of others are awaited awake, in nanoseconds: they are nearly done, and to be
    /// woken takes about as long.
    private static final long AWAKE = 100_000;

    private static final ExecutorService HELPERS = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("chainrule-engine-", 1).factory());

    private static volatile int threads = 1;

    /// Some part of a kernel's work.
    @FunctionalInterface
    interface Chunks {

        /// Does one chunk.
        ///
        /// @param member which of the threads does it; no two at the same time have the same number
        void run(int chunk, int member);
    }

    private Team() {}

    /// How many threads a large kernel may keep busy, if it is made from now on.
    public static void use(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("The engine needs at least 1 thread but got " + threads);
        }
        Team.threads = threads;
    }

    /// How many threads should share a kernel that has so much to do.
    static int size(long multiplyAdds) {
        return multiplyAdds >= LARGE ? threads : 1;
    }

    /// Returns when all chunks are done.
    static void share(int chunks, int members, Chunks work) {
        var round = new Round(chunks, work);
        for (int i = 1; i < Math.min(members, chunks); i++) {
            HELPERS.execute(round);
        }
        round.run();
        round.await();
    }

    private static final class Round implements Runnable {

        private final int chunks;
        private final Chunks work;
        private final AtomicInteger members = new AtomicInteger();
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        private final Semaphore finished = new Semaphore(0);
        private volatile @Nullable Throwable failure;

        Round(int chunks, Chunks work) {
            this.chunks = chunks;
            this.work = work;
        }

        /// A helper that comes too late finds nothing left to claim.
        @Override
        public void run() {
            int member = members.getAndIncrement();
            for (int chunk = next.getAndIncrement(); chunk < chunks; chunk = next.getAndIncrement()) {
                try {
                    work.run(chunk, member);
                } catch (RuntimeException | Error e) {
                    failure = e;
                }
                if (done.incrementAndGet() == chunks) {
                    finished.release();
                }
            }
        }

        void await() {
            long asleep = System.nanoTime() + AWAKE;
            while (done.get() < chunks && System.nanoTime() < asleep) {
                Thread.onSpinWait();
            }
            finished.acquireUninterruptibly();
            if (failure != null) {
                throw new IllegalStateException("A part of a kernel failed", failure);
            }
        }
    }
}
