package io.chainrule.service.job;

import io.chainrule.service.access.Caller;
import java.nio.file.Path;

/// Runs a job that does not end, in a process of its own that is there to be killed.
final class KilledProcess {

    private KilledProcess() {}

    /// Prints the id of the job once it is running and has a history.
    static void main(String[] arguments) throws InterruptedException {
        Caller.anonymous().call(() -> train(Path.of(arguments[0])));
    }

    private static boolean train(Path directory) throws InterruptedException {
        var service = JobService.start(directory);
        var dataset = service.datasets().save(Examples.twoSides("two-sides")).id();
        var done = service.jobs().submit(Examples.spec(dataset, 50));
        service.awaitState(done.id(), "succeeded");
        var endless = service.jobs().submit(Examples.spec(JobServiceTest.LONG.formatted(dataset)));
        while (service.jobs().history(endless.id()).isEmpty()) {
            Thread.sleep(10);
        }
        System.out.println("running " + done.id() + " " + endless.id());
        Thread.sleep(Long.MAX_VALUE);
        return true;
    }
}
