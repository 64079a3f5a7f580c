package io.chainrule.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.ChainruleApplication;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

/// The service with the wiring of beans that the build of the image prepares, made as it is there.
record PreparedService(String classPath) {

    static PreparedService in(Path folder) throws IOException, InterruptedException {
        var sources = folder.resolve("sources");
        var classes = folder.resolve("classes");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        ServiceProcess.classPath(),
                        "org.springframework.boot.SpringApplicationAotProcessor",
                        ChainruleApplication.class.getName(),
                        sources.toString(),
                        folder.resolve("resources").toString(),
                        classes.toString(),
                        "io.chainrule",
                        "chainrule")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("log")))
                .isZero();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var written = Files.walk(sources)) {
            var units = files.getJavaFileObjectsFromPaths(
                    written.filter(file -> file.toString().endsWith(".java")).toList());
            var options = List.of(
                    "-proc:none",
                    "-nowarn",
                    "-d",
                    classes.toString(),
                    "-cp",
                    join(classes, ServiceProcess.classPath()));
            assertThat(compiler.getTask(null, files, null, options, null, units).call())
                    .isTrue();
        }
        return new PreparedService(join(classes, ServiceProcess.classPath()));
    }

    private static String join(Path first, String others) {
        return first + File.pathSeparator + others;
    }

    /// Starts the service with it, as the image does.
    ///
    /// @param settings as on the command line, without `--`
    ServiceProcess start(Path directory, String... settings) {
        var application = List.of(
                "-Dspring.aot.enabled=true",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                ChainruleApplication.class.getName());
        return ServiceProcess.start(application, directory, settings);
    }
}
