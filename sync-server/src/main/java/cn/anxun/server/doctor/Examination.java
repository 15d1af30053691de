package cn.anxun.server.doctor;

import cn.anxun.core.text.Texts;
import cn.anxun.server.backup.NightlySettings;
import cn.anxun.server.backup.NightlyStanding;
import cn.anxun.server.backup.NightlyWords;
import cn.anxun.server.certificate.CertificateFiles;
import cn.anxun.server.certificate.ServerCertificate;
import cn.anxun.server.doctor.CheckResult.Status;
import cn.anxun.server.doctor.ServerChecks.Asked;
import cn.anxun.server.serve.Serving;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.StorageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All checks, one after the other; none stops the others. */
final class Examination {
  private final Machine machine;
  private final Texts texts;

  Examination(Machine machine, Texts texts) {
    this.machine = machine;
    this.texts = texts;
  }

  /**
   * Looks at everything.
   *
   * @param port where the server is to listen, as long as none runs
   */
  List<CheckResult> of(Path root, int port) {
    List<CheckResult> results = new ArrayList<>();
    MachineChecks own = new MachineChecks(machine);
    results.add(own.java());
    CheckResult sqlite = own.sqlite();
    results.add(sqlite);
    results.add(own.memory());
    CheckResult data = own.data(root);
    results.add(data);
    boolean hasData = !data.outcome().equals("none");
    if (hasData) {
      results.add(own.disk(root));
    }
    if (hasData && sqlite.status() == Status.WELL) {
      addData(results, own, root);
    } else {
      results.add(own.clock(Optional.empty()));
    }
    results.add(own.timeZone());
    results.add(own.timeService());
    addServer(results, root, port, hasData);
    return results.stream().sorted((one, other) -> one.check().compareTo(other.check())).toList();
  }

  private void addData(List<CheckResult> results, MachineChecks own, Path root) {
    try (DataDirectory data = DataDirectory.view(root)) {
      DataChecks checks = new DataChecks(data, machine);
      results.add(checks.integrity());
      NightlyStanding standing = NightlyStanding.of(data, machine.now());
      results.add(own.clock(checks.latest(standing.settings().map(NightlySettings::folder))));
      String sentence = String.join(" ", new NightlyWords(texts).lines(standing));
      results.add(new ServerChecks(machine).backup(standing, sentence));
    }
  }

  private void addServer(List<CheckResult> results, Path root, int port, boolean hasData) {
    Optional<Serving> serving = hasData ? Serving.find(root) : Optional.empty();
    Asked asked = new Asked(serving, port, ownFingerprint(root));
    ServerChecks checks = new ServerChecks(machine);
    results.add(checks.port(asked));
    results.add(checks.address(asked));
    results.add(checks.certificate(asked));
  }

  private static Optional<String> ownFingerprint(Path root) {
    try {
      return CertificateFiles.findLan(root).map(ServerCertificate::fingerprint);
    } catch (StorageException e) {
      return Optional.empty();
    }
  }

  /** Whether something is to be mended. */
  static boolean isBad(List<CheckResult> results) {
    return results.stream().map(CheckResult::status).anyMatch(Status.BAD::equals);
  }
}
