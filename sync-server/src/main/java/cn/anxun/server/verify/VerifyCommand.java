package cn.anxun.server.verify;

import cn.anxun.core.state.LedgerFold;
import cn.anxun.core.sync.Witness;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.AuditChain;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.HeadWitness;
import cn.anxun.server.command.DataOption;
import cn.anxun.server.command.ExitCode;
import cn.anxun.server.command.Language;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.Database;
import cn.anxun.server.storage.StoredBureauLedger;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code verify}: proves the ledgers of a data directory, or of a backup; a server may be running.
 */
@Command(name = "verify")
public final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption data = new DataOption();

  @Option(names = "--bureau", paramLabel = "BUREAU")
  private @Nullable String bureau;

  @Option(names = "--head", paramLabel = "SEQ:HASH")
  private List<String> heads = new ArrayList<>();

  @Override
  public Integer call() {
    try (DataDirectory directory = DataDirectory.view(data.path())) {
      List<String> bureaus = bureau == null ? directory.bureaus() : List.of(bureau);
      List<WitnessedHead> given = given(bureaus.size());
      boolean passed = true;
      for (String name : bureaus) {
        passed &= verify(directory, name, given);
      }
      if (bureau == null) {
        passed &= verifyAudit(directory);
      }
      return passed ? ExitCode.OK : ExitCode.FAILED;
    }
  }

  private List<WitnessedHead> given(int bureaus) {
    if (!heads.isEmpty() && bureaus != 1) {
      throw new ParameterException(spec.commandLine(), texts().text("verify.head-of-which"));
    }
    List<WitnessedHead> given = new ArrayList<>();
    for (String head : heads) {
      Witness witness =
          Witness.parse(head)
              .orElseThrow(
                  () ->
                      new ParameterException(
                          spec.commandLine(), texts().text("verify.head-form", head)));
      given.add(new WitnessedHead("--head", witness.seq(), witness.hash()));
    }
    return given;
  }

  private boolean verify(DataDirectory directory, String name, List<WitnessedHead> given) {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (Database database = directory.openBureau(name)) {
      List<WitnessedHead> witnesses = new ArrayList<>(given);
      witnesses.addAll(ofDevices(directory, name, database));
      Verification verification =
          new LedgerVerifier(new LedgerFold())
              .verify(
                  database,
                  witnesses,
                  walked -> err.println(texts().text("verify.progress", name, walked)))
              .with(FileCheck.findings(directory.attachments(name)));
      out.println(
          texts()
              .text(
                  verification.passed() ? "verify.passed" : "verify.failed",
                  name,
                  verification.head().seq(),
                  verification.head().hash(),
                  verification.witnesses(),
                  verification.findings().size()));
      verification.findings().forEach(finding -> out.println("  " + finding.text(texts())));
      return verification.passed();
    }
  }

  /** The audit is of the whole server: it is walked where no bureau is named. */
  private boolean verifyAudit(DataDirectory directory) {
    if (!directory.hasDirectory()) {
      return true;
    }
    PrintWriter out = spec.commandLine().getOut();
    try (Directory accounts = Directory.open(directory, Clock.systemUTC(), new SecureRandom())) {
      AuditChain.Walked walked = accounts.walkAudit();
      List<Finding> findings = AuditCheck.findings(walked);
      String sentence = findings.isEmpty() ? "verify.audit-passed" : "verify.audit-failed";
      out.println(texts().text(sentence, walked.last(), walked.head(), walked.faults()));
      findings.forEach(finding -> out.println("  " + finding.text(texts())));
      return findings.isEmpty();
    }
  }

  /** What the bureau's devices told of the chain in the ledger's epoch. */
  private static List<WitnessedHead> ofDevices(
      DataDirectory directory, String name, Database database) {
    if (!directory.hasDirectory()) {
      return List.of();
    }
    String epoch = StoredBureauLedger.view(database, new LedgerFold()).epoch();
    try (Directory accounts = Directory.open(directory, Clock.systemUTC(), new SecureRandom())) {
      List<WitnessedHead> heads = new ArrayList<>();
      for (HeadWitness witness : accounts.devices().listWitnesses(name, epoch)) {
        heads.add(new WitnessedHead(witness.device(), witness.seq(), witness.head()));
      }
      return heads;
    }
  }

  private Texts texts() {
    return Language.texts(spec);
  }
}
