package cn.anxun.server.bundle;

import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.sync.bundle.BundleException;
import cn.anxun.core.sync.bundle.BundleHeader;
import cn.anxun.core.sync.bundle.BundleReceipts;
import cn.anxun.core.sync.bundle.PackFormat;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.PushAudit;
import cn.anxun.server.command.DataOption;
import cn.anxun.server.command.ExitCode;
import cn.anxun.server.command.Language;
import cn.anxun.server.file.DiskRoom;
import cn.anxun.server.file.FileStore;
import cn.anxun.server.file.Uploads;
import cn.anxun.server.paper.NumberDesk;
import cn.anxun.server.storage.BureauLedgers;
import cn.anxun.server.storage.DataDirectory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code import-bundle}: takes what a phone could not send, and writes the receipts for it; a pack
 * of photos and drafts is laid into a folder. Ends with 1 where an entry was rejected, with 2 where
 * the file is not a bundle that can be read.
 */
@Command(name = "import-bundle")
public final class ImportBundleCommand implements Callable<Integer> {
  private static final String ACTOR = "command-line:";

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption data = new DataOption();

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Option(names = "--out", paramLabel = "RECEIPTS")
  private @Nullable Path out;

  @Override
  public Integer call() {
    DataDirectory.view(data.path()).close();
    Clock clock = Clock.systemUTC();
    SecureRandom random = new SecureRandom();
    try (DataDirectory directory = DataDirectory.open(data.path(), spec.qualifiedName());
        Directory accounts = Directory.open(directory, clock, random);
        BureauLedgers ledgers = new BureauLedgers(directory, clock, random)) {
      BundleKey key = BundleKey.open(directory, random);
      String actor = ACTOR + System.getProperty("user.name", "");
      if (isPack()) {
        Uploads uploads =
            new Uploads(
                directory,
                new FileStore(directory),
                ledgers,
                DiskRoom.of(directory),
                Uploads.Limits.NONE,
                clock);
        return unpack(key, accounts, uploads, actor);
      }
      PushAudit audit = new PushAudit(accounts.audit());
      NumberDesk.open(ledgers, new EntryIds(clock, random), audit, clock);
      Bundle bundle = read(key);
      BundleImport.Outcome outcome = BundleImport.take(bundle, accounts, ledgers, clock, actor);
      Path receipts = out == null ? Path.of(file + ".receipts.json") : out;
      Files.write(
          receipts, new BundleReceipts(bundle.hash(), outcome.reply()).write(bundle.token()));
      report(bundle.header(), outcome.counts(), receipts);
      return outcome.counts().rejected() == 0 ? ExitCode.OK : ExitCode.FAILED;
    } catch (BundleException e) {
      complain(key(e.problem()), file);
      return e.isUnreadable() ? ExitCode.USAGE : ExitCode.FAILED;
    } catch (IOException e) {
      complain("bundle.no-file", String.valueOf(e.getMessage()));
      return ExitCode.FAILED;
    }
  }

  private boolean isPack() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return PackReader.isPack(in.readNBytes(PackFormat.magic().length));
    }
  }

  /** Photos and drafts are laid into a folder beside the file. */
  private int unpack(BundleKey key, Directory accounts, Uploads uploads, String actor)
      throws BundleException, IOException {
    Path folder = out == null ? Path.of(file + ".parts") : out;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      PackImport.Outcome outcome = new PackImport(accounts, uploads, folder).take(in, key, actor);
      spec.commandLine()
          .getOut()
          .println(texts().text("bundle.unpacked", outcome.parts(), outcome.photos(), folder));
    }
    return ExitCode.OK;
  }

  private Bundle read(BundleKey key) throws BundleException, IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new BundleReader(key).read(in);
    }
  }

  private void report(BundleHeader header, BundleCounts counts, Path receipts) {
    spec.commandLine()
        .getOut()
        .println(
            texts()
                .text(
                    "bundle.imported",
                    header.device(),
                    counts.accepted(),
                    counts.alreadyThere(),
                    counts.rejected(),
                    counts.deferred(),
                    counts.held(),
                    receipts));
  }

  private void complain(String key, Object detail) {
    spec.commandLine().getErr().println(texts().text(key, detail));
  }

  /** Of the sentence that tells it. */
  private static String key(BundleException.Problem problem) {
    return "bundle." + problem.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Texts texts() {
    return Language.texts(spec);
  }
}
