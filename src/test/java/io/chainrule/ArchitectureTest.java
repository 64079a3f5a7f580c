package io.chainrule;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.chainrule.learning.specification.Setting;
import io.chainrule.service.limits.LimitSettings;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.stereotype.Component;

/// Who may import whom: each package and the packages of ours, and the libraries, that it may use.
@AnalyzeClasses(packagesOf = ChainruleApplication.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] JDK = {"java..", "org.jspecify.."};

    @ArchTest
    static final ArchRule kernel =
            in("engine.kernel").with("jdk.incubator.vector..").mayUse();

    /// Where the module is not there, none of them is touched.
    @ArchTest
    static final ArchRule vectorApiStaysInItsKernels = noClasses()
            .that()
            .haveNameNotMatching(".*\\.kernel\\.Vector(Product|Gate|\\dx\\d).*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jdk.incubator.vector..");

    /// The start looks for them nowhere else.
    @ArchTest
    static final ArchRule componentsAreWhereTheyAreLookedFor = classes()
            .that()
            .areMetaAnnotatedWith(Component.class)
            .and()
            .resideOutsideOfPackage("io.chainrule")
            .should()
            .resideInAnyPackage(Arrays.stream(ChainruleApplication.class
                            .getAnnotation(SpringBootApplication.class)
                            .scanBasePackages())
                    .map(scanned -> scanned + "..")
                    .toArray(String[]::new));

    @ArchTest
    static final ArchRule graph = in("engine.graph").mayUse("engine.kernel");

    @ArchTest
    static final ArchRule plan = in("engine.plan").mayUse("engine.graph", "engine.kernel");

    @ArchTest
    static final ArchRule expression = in("engine.expression").mayUse("engine");

    @ArchTest
    static final ArchRule specification = in("learning.specification").mayUse("engine.expression");

    @ArchTest
    static final ArchRule dataset = in("learning.dataset")
            .with("de.siegmar.fastcsv..", "org.apache.commons.rng..", "org.ojalgo..")
            .mayUse("learning.specification", "engine.expression");

    @ArchTest
    static final ArchRule model = in("learning.model").mayUse("learning.specification", "learning.dataset", "engine");

    @ArchTest
    static final ArchRule training =
            in("learning.training").mayUse("learning.specification", "learning.model", "learning.dataset", "engine");

    @ArchTest
    static final ArchRule evaluation =
            in("learning.evaluation").mayUse("learning.specification", "learning.model", "learning.dataset", "engine");

    @ArchTest
    static final ArchRule serviceUsesOfTheEngineOnlyExpressions = noClasses()
            .that()
            .resideInAPackage("io.chainrule.service..")
            .and()
            .resideOutsideOfPackage("io.chainrule.service.export..") // which translates graphs
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.chainrule.engine.kernel..", "io.chainrule.engine.graph..", "io.chainrule.engine.plan..");

    @ArchTest
    static final ArchRule access = within("service.access");

    @ArchTest
    static final ArchRule json = within("service.json", "learning..", "engine.expression");

    @ArchTest
    static final ArchRule limits = within("service.limits", "service.json", "learning..", "engine.expression");

    @ArchTest
    static final ArchRule job = within("service.job", "service.access", "service.json", "service.limits", "learning..");

    @ArchTest
    static final ArchRule store =
            within("service.store", "service.access", "service.job", "service.json", "learning..");

    @ArchTest
    static final ArchRule drawing = within("service.drawing", "learning..", "engine.expression");

    @ArchTest
    static final ArchRule export = within("service.export", "learning..", "engine.graph");

    @ArchTest
    static final ArchRule web = within(
            "service.web",
            "service.access",
            "service.job",
            "service.limits",
            "service.drawing",
            "service.export",
            "service.json",
            "learning..",
            "engine.expression");

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("io.chainrule.(*).(*)..").should().beFreeOfCycles();

    /// The API document calls schemas by their simple names; of two alike one would overwrite the other in silence.
    @ArchTest
    static void recordsOfTheApiHaveNamesOfTheirOwn(JavaClasses classes) {
        var names = classes.stream()
                .filter(JavaClass::isRecord)
                .filter(type -> type.getPackageName().startsWith("io.chainrule.service.web"))
                .map(JavaClass::getSimpleName)
                .toList();
        assertThat(names).hasSizeGreaterThan(50).doesNotHaveDuplicates();
    }

    /// What a setting calls a limit that nobody can set would be bounded by nothing but what can be borne.
    @ArchTest
    static void limitsThatSettingsNameCanBeSet(JavaClasses classes) {
        var limits = Arrays.stream(LimitSettings.class.getRecordComponents())
                .flatMap(group -> Arrays.stream(group.getType().getRecordComponents())
                        .map(limit -> group.getName() + "." + limit.getName()))
                .toList();
        var named = classes.stream()
                .filter(JavaClass::isRecord)
                .flatMap(type -> Arrays.stream(type.reflect().getRecordComponents()))
                .map(component -> component.getAnnotation(Setting.class))
                .filter(Objects::nonNull)
                .flatMap(setting -> Stream.of(setting.maxLimit(), setting.mostLimit()))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        assertThat(named).hasSizeGreaterThan(8);
        assertThat(limits).containsAll(named);
    }

    private static Rings in(String ownPackage) {
        return new Rings(ownPackage, JDK);
    }

    /// A package of the service: any library, but of ours only these.
    private static ArchRule within(String ownPackage, String... ours) {
        return noClasses()
                .that()
                .resideInAPackage("io.chainrule." + ownPackage + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.chainrule..")
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(
                                resideInAnyPackage(full(ownPackage, ours)))));
    }

    private static String[] full(String ownPackage, String... ours) {
        return Stream.concat(Stream.of(ownPackage), Stream.of(ours))
                .map(name -> "io.chainrule." + name + (name.endsWith("..") ? "" : ".."))
                .toArray(String[]::new);
    }

    private record Rings(String ownPackage, String... libraries) {

        Rings with(String... more) {
            return new Rings(
                    ownPackage,
                    Stream.concat(Stream.of(libraries), Stream.of(more)).toArray(String[]::new));
        }

        ArchRule mayUse(String... ours) {
            return classes()
                    .that()
                    .resideInAPackage("io.chainrule." + ownPackage + "..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(Stream.concat(Stream.of(libraries), Stream.of(full(ownPackage, ours)))
                            .toArray(String[]::new))
                    .allowEmptyShould(true);
        }
    }
}
