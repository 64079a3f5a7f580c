package io.chainrule.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.util.FileSystemUtils;

/// How long a process takes from its start until it is ready, and then for its first job: as in the image, with the
/// start-up cache and the prepared wiring of beans, and plainly; where nothing is stored yet, so that the samples are
/// loaded and trained, and where they are stored.
///
/// To be started as the benchmarks are; the arguments are the folder of the extracted jar, with its cache
/// `chainrule.aot`, and how often to start each (5). Ways to start take turns, so that a noisy minute is shared.
final class StartBenchmark {

    private static final String JOB = "sample-data/jobs/two-clouds-linear.json";

    /// A way to start, and what was measured of it.
    private record Way(
            String name, List<String> options, List<Duration> fresh, List<Duration> stored, List<Duration> jobs) {

        static Way of(String name, String... options) {
            return new Way(name, List.of(options), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    private StartBenchmark() {}

    static void main(String... arguments) throws IOException, InterruptedException {
        var application = Path.of(arguments[0]);
        int times = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        var ways = List.of(
                Way.of("as the image", "-XX:AOTCache=chainrule.aot", "-Dspring.aot.enabled=true"), Way.of("plainly"));
        System.out.printf("%-16s %14s %14s %14s%n", "", "first start", "later start", "first job");
        for (int i = 0; i < times; i++) {
            for (var way : ways) {
                measure(application, way);
            }
        }
        System.out.println("medians of " + times);
        for (var way : ways) {
            print(way, StartBenchmark::median);
        }
    }

    private static void measure(Path application, Way way) throws IOException, InterruptedException {
        var directory = Files.createTempDirectory("chainrule-start");
        try (var service = StartedService.start(application, way.options(), directory)) {
            way.fresh().add(service.awaitReadiness());
        }
        try (var service = StartedService.start(application, way.options(), directory)) {
            way.stored().add(service.awaitReadiness());
            way.jobs().add(service.run(Files.readString(Path.of(JOB))));
        }
        FileSystemUtils.deleteRecursively(directory);
        print(way, List::getLast);
    }

    private static void print(Way way, Function<List<Duration>, Duration> choice) {
        System.out.printf(
                "%-16s %11d ms %11d ms %11d ms%n",
                way.name(),
                choice.apply(way.fresh()).toMillis(),
                choice.apply(way.stored()).toMillis(),
                choice.apply(way.jobs()).toMillis());
    }

    private static Duration median(List<Duration> durations) {
        return durations.stream().sorted().toList().get(durations.size() / 2);
    }
}
