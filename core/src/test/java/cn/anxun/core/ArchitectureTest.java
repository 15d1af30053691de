package cn.anxun.core;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.URLDecoder;
import java.net.URLEncoder;
import org.junit.jupiter.api.Test;

/** What core may depend on, and which of its packages may know which. */
class ArchitectureTest {
  private static final String ROOT = "cn.anxun.core.";

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("cn.anxun.core");

  /** One package for each type of record that has rules of its own. */
  private static final String[] RECORD_TYPES = {
    ROOT + "hazard..", ROOT + "inspection..", ROOT + "paper..", ROOT + "site.."
  };

  @Test
  void packages_formNoCycle() {
    slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(CORE);
    slices().matching("cn.anxun.core.(**)").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void core_dependsOnTheJdkJspecifyGsonsReaderAndBouncyCastlesCiphersAlone() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            type(URLEncoder.class)
                .or(type(URLDecoder.class))
                .or(
                    resideInAnyPackage(
                        "cn.anxun.core..",
                        "java.io..",
                        "java.lang..",
                        "java.math..",
                        "java.nio..",
                        "java.security..",
                        "java.text..",
                        "java.time..",
                        "java.util..",
                        "javax.crypto..",
                        "org.bouncycastle.crypto..",
                        "org.jspecify.annotations..",
                        "com.google.gson..")))
        .check(CORE);
  }

  @Test
  void gson_isKnownToTheJsonPackageAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "json..")
        .should()
        .dependOnClassesThat(resideInAPackage("com.google.gson.."))
        .check(CORE);
  }

  @Test
  void ciphers_areKnownToBundlesAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "sync.bundle..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("javax.crypto..", "org.bouncycastle.."))
        .check(CORE);
  }

  @Test
  void json_andText_knowNothingElse() {
    mayKnowOnly("json", "json");
    mayKnowOnly("text", "text", "json");
  }

  @Test
  void entry_knowsNothingOfWhatIsMadeOfEntries() {
    mayKnowOnly("entry", "entry", "json", "text");
  }

  @Test
  void ledger_knowsNoRecordTypeAndNoState() {
    mayKnowOnly("ledger", "ledger", "entry", "json", "text");
  }

  @Test
  void recordTypes_knowNeitherEachOtherNorTheState() {
    for (String one : RECORD_TYPES) {
      for (String other : RECORD_TYPES) {
        if (!one.equals(other)) {
          noClasses()
              .that()
              .resideInAPackage(one)
              .should()
              .dependOnClassesThat(resideInAPackage(other))
              .check(CORE);
        }
      }
    }
    mayNotKnow(RECORD_TYPES, "state", "indicator", "form", "sync");
  }

  @Test
  void state_knowsNeitherIndicatorsNorFormsNorSync() {
    mayNotKnow(new String[] {ROOT + "state.."}, "indicator", "form", "sync");
    mayNotKnow(new String[] {ROOT + "indicator.."}, "form", "sync");
  }

  @Test
  void sync_knowsNoRecordTypeAndNoState() {
    mayNotKnow(
        new String[] {ROOT + "sync.."},
        "state",
        "indicator",
        "form",
        "hazard",
        "inspection",
        "site");
  }

  @Test
  void rules_areAboutPackagesThatExist() {
    for (String name :
        new String[] {
          "json",
          "text",
          "entry",
          "ledger",
          "hazard",
          "inspection",
          "paper",
          "site",
          "state",
          "indicator",
          "form",
          "sync"
        }) {
      assertThat(CORE.stream().anyMatch(type -> type.getPackageName().startsWith(ROOT + name)))
          .as(name)
          .isTrue();
    }
  }

  private static void mayKnowOnly(String name, String... known) {
    String[] packages = new String[known.length];
    for (int i = 0; i < known.length; i++) {
      packages[i] = ROOT + known[i] + "..";
    }
    noClasses()
        .that()
        .resideInAPackage(ROOT + name + "..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("cn.anxun..").and(resideInAnyPackage(packages).negate()))
        .check(CORE);
  }

  private static void mayNotKnow(String[] those, String... unknown) {
    String[] packages = new String[unknown.length];
    for (int i = 0; i < unknown.length; i++) {
      packages[i] = ROOT + unknown[i] + "..";
    }
    noClasses()
        .that()
        .resideInAnyPackage(those)
        .should()
        .dependOnClassesThat(resideInAnyPackage(packages))
        .check(CORE);
  }
}
