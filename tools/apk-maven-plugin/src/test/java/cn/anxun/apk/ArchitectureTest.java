package cn.anxun.apk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("cn.anxun.apk");

  @Test
  void steps_doNotKnowMaven() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..mojo..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.maven..", "org.eclipse.aether..", "javax.inject..")
        .check(CLASSES);
  }

  @Test
  void packages_haveNoCycle() {
    slices().matching("cn.anxun.apk.(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
