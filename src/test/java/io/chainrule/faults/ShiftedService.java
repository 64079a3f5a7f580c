package io.chainrule.faults;

import io.chainrule.ChainruleApplication;
import io.chainrule.service.job.ShiftedClock;
import org.springframework.boot.SpringApplication;

/// The service on a machine whose clock is wrong, and whose process dies of jobs with the tag `poison`.
final class ShiftedService {

    private ShiftedService() {}

    static void main(String[] arguments) {
        var service = new SpringApplication(ChainruleApplication.class);
        service.addInitializers(new ShiftedClock(), PoisonedService::poison);
        service.run(arguments);
    }
}
