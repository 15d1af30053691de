package cn.anxun.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The boundaries between the app's packages; what Hilt and Room generate is left out. */
final class AppBoundariesTest {
  private static final JavaClasses APP =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("cn.anxun.app")
          .that(
              DescribedPredicate.not(
                  DescribedPredicate.describe(
                      "generated",
                      (JavaClass type) ->
                          type.getName().matches(".*(_|Hilt|Dagger|\\bR(\\$.*)?$).*"))));

  @Test
  void packages_haveNoCycles() {
    slices().matching("cn.anxun.app.(*)..").should().beFreeOfCycles().check(APP);
  }

  @Test
  void features_knowNoOtherFeature() {
    slices().matching("cn.anxun.app.feature.(*)..").should().notDependOnEachOther().check(APP);
  }

  @Test
  void whatIsBelow_knowsNoScreen() {
    noClasses()
        .that()
        .resideInAnyPackage("..app.data..", "..app.record..", "..app.device..", "..app.sync..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..app.feature..", "android.view..", "androidx.fragment..")
        .check(APP);
  }

  @Test
  void screens_askNoDatabase() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Fragment")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(".*\\.data\\.local\\.(\\w+Table|AnxunDatabase|RoomPhoneStore)")
        .check(APP);
  }

  /** What a person said or a server told must not get to where other tools read along. */
  @Test
  void logcat_isToldOfOneFailureOfTheDatabaseAlone() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("cn.anxun.app.record.RecordChanges")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("android.util.Log")
        .check(APP);
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(APP);
  }
}
