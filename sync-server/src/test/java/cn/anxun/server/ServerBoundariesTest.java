package cn.anxun.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import cn.anxun.server.disk.DurableFile;
import cn.anxun.server.serve.Server;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.javalin.Javalin;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The boundaries between the server's packages. */
final class ServerBoundariesTest {
  private static final JavaClasses SERVER =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("cn.anxun.server");

  @Test
  void packages_haveNoCycles() {
    slices().matching("cn.anxun.server.(**)").should().beFreeOfCycles().check(SERVER);
  }

  @Test
  void storage_knowsNothingAboveIt() {
    noClasses()
        .that()
        .resideInAPackage("..server.storage..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "..server.auth..",
            "..server.http..",
            "..server.console..",
            "..server.serve..",
            "..server.report..",
            "..server.cases..",
            "io.javalin..",
            "picocli..")
        .check(SERVER);
  }

  @Test
  void accountsAndScopes_knowNothingOfHttp() {
    noClasses()
        .that()
        .resideInAnyPackage("..server.auth..", "..server.scope..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..server.http..", "io.javalin..", "jakarta.servlet..", "picocli..")
        .check(SERVER);
  }

  @Test
  void javalin_isKnownToWhatAnswersRequestsAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..server.http..", "..server.console..", "..server.serve..")
        // What ours is measured beside.
        .and()
        .haveSimpleNameNotContaining("BareServer")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..")
        .check(SERVER);
  }

  @Test
  void theParts_arePutTogetherInOnePlaceAlone() {
    classes()
        .that()
        .haveNameMatching(
            "cn\\.anxun\\.server\\.(http\\.Gate|http\\.Web|http\\.v1\\.Api|console\\.Console)")
        .should()
        .onlyHaveDependentClassesThat()
        .resideInAnyPackage("..server.http..", "..server.console..", Server.class.getPackageName())
        .check(SERVER);
    noClasses()
        .that()
        .doNotBelongToAnyOf(Server.class)
        // What ours is measured beside.
        .and()
        .haveSimpleNameNotContaining("BareServer")
        .should()
        .callMethod(Javalin.class, "create", Consumer.class)
        .check(SERVER);
  }

  @Test
  void files_getTheirNamesInOnePlaceAlone_soThatNoPowerCutLeavesHalfOfOne() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(DurableFile.class)
        // A small picture can be made anew at any time.
        .and()
        .haveSimpleNameNotContaining("Thumbnails")
        .should()
        .callMethod(Files.class, "move", Path.class, Path.class, CopyOption[].class)
        .check(SERVER);
  }

  @Test
  void commands_areReachedByTheirNameAlone() {
    noClasses()
        .that()
        .resideInAPackage("cn.anxun.server.(*)..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName(Main.class.getName())
        .check(SERVER);
  }
}
