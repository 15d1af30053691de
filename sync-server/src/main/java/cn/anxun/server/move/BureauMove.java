package cn.anxun.server.move;

import cn.anxun.core.state.LedgerFold;
import cn.anxun.server.auth.AuditEvent;
import cn.anxun.server.auth.BureauRows;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.HeadWitness;
import cn.anxun.server.disk.DurableFile;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.Database;
import cn.anxun.server.storage.Head;
import cn.anxun.server.storage.LedgerCopy;
import cn.anxun.server.storage.LedgerCopy.Standing;
import cn.anxun.server.storage.StorageException;
import cn.anxun.server.storage.StoredBureauLedger;
import cn.anxun.server.storage.StoredLedger;
import cn.anxun.server.text.ServerTexts;
import cn.anxun.server.verify.FileCheck;
import cn.anxun.server.verify.Finding;
import cn.anxun.server.verify.LedgerVerifier;
import cn.anxun.server.verify.Verification;
import cn.anxun.server.verify.WitnessedHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Moves one bureau to another data directory. The source is proved first, then its files are
 * copied, then its tables in one transaction that commits only after the copy was proved and ends
 * at the same head, then what the directory knows of the bureau; only then is the source kept
 * aside, its ledger and then its files. Whenever it is killed or refused, the source is as it was
 * and may go on; the same again sets aside what was copied of it by then, or goes on with it.
 */
public final class BureauMove {
  private final String bureau;
  private final DataDirectory source;
  private final DataDirectory target;
  private final String actor;
  private final Clock clock;
  private final Consumer<String> progress;
  private final LedgerFold fold = new LedgerFold();

  private BureauMove(
      String bureau,
      DataDirectory source,
      DataDirectory target,
      String actor,
      Clock clock,
      Consumer<String> progress) {
    this.bureau = bureau;
    this.source = source;
    this.target = target;
    this.actor = actor;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * What was moved.
   *
   * @param head the end of the chain, here as there
   * @param aside the folders of the bureau's files at the source, as they are called now
   */
  public record Moved(Head head, List<Path> aside) {
    public Moved {
      aside = List.copyOf(aside);
    }
  }

  /**
   * Moves it.
   *
   * @param source open to write
   * @param target open to write
   * @param actor who moves it, for the audit of both
   * @param progress is told of each step
   * @throws MoveException where it is not moved; then the source is as it was
   */
  public static Moved move(
      String bureau,
      DataDirectory source,
      DataDirectory target,
      String actor,
      Clock clock,
      Consumer<String> progress) {
    return new BureauMove(bureau, source, target, actor, clock, progress).move();
  }

  private Moved move() {
    if (source.postgres().isPresent()
        && source.postgresIdentity().equals(target.postgresIdentity())) {
      throw MoveException.of("move.same", source.postgres().get());
    }
    requireNobodyElse();
    if (!source.hasBureau(bureau)) {
      return finished();
    }
    Standing standing;
    try (Database ledger = source.openBureau(bureau);
        Database people = source.openDirectory();
        Database peopleThere = target.openDirectory()) {
      requireSame(people, peopleThere);
      List<String> others = BureauRows.listOthersOfThisName(people, peopleThere, bureau);
      if (!others.isEmpty()) {
        throw MoveException.of("move.names", bureau, String.join(", ", others));
      }
      standing = proved(ledger);
      copyFiles();
      copyLedger(ledger, standing);
      people.look(from -> peopleThere.change(to -> BureauRows.copy(from, to, bureau)));
    }
    requireNobodyElse();
    requireStill(standing.head());
    audit(target, source, standing.head());
    // What is said of it before it is done may be said twice, but never not at all.
    audit(source, target, standing.head());
    source.moveAway(bureau, standing.head(), clock.instant());
    return new Moved(standing.head(), setFilesAside());
  }

  /** What was broken off right after the ledger was set aside, or is done already. */
  private Moved finished() {
    if (!source.isMovedAway(bureau) || !target.hasBureau(bureau)) {
      throw MoveException.of("move.none", bureau, source.root());
    }
    try (Database people = source.openDirectory();
        Database peopleThere = target.openDirectory()) {
      requireSame(people, peopleThere);
    }
    try (Database there = target.openBureau(bureau)) {
      return new Moved(head(there), setFilesAside());
    }
  }

  private void requireSame(Database people, Database peopleThere) {
    if (BureauRows.isOther(people, peopleThere, bureau)) {
      throw MoveException.of("move.other", bureau, target.root());
    }
  }

  /** So that nothing is audited as moved that is not. */
  private void requireStill(Head head) {
    try (Database ledger = source.openBureau(bureau)) {
      if (!head(ledger).equals(head)) {
        throw new StorageException(ServerTexts.both("storage.went-on", bureau, head.seq()), null);
      }
    }
  }

  private static Head head(Database ledger) {
    return ledger.read(handle -> new StoredLedger(handle).head());
  }

  /** Of a data directory whose tables are in files the lock says so. */
  private void requireNobodyElse() {
    for (DataDirectory data : List.of(source, target)) {
      if (data.postgresHasOthers()) {
        throw MoveException.of("move.running", data.postgres().orElseThrow());
      }
    }
  }

  /** The source as it stands, its chain walked and held against what its phones have seen. */
  private Standing proved(Database database) {
    progress.accept("move.proving");
    // Brings its projection up to date, so that it is the one that is proved and copied.
    StoredBureauLedger ledger = StoredBureauLedger.open(database, clock, new SecureRandom(), fold);
    List<WitnessedHead> witnesses = new ArrayList<>();
    try (Directory directory = Directory.open(source, clock, new SecureRandom())) {
      for (HeadWitness witness : directory.devices().listWitnesses(bureau, ledger.epoch())) {
        witnesses.add(new WitnessedHead(witness.device(), witness.seq(), witness.head()));
      }
    }
    require(new LedgerVerifier(fold).verify(database, witnesses, walked -> {}), source);
    return database.<Optional<Standing>>read(LedgerCopy::standing).orElseThrow();
  }

  private void require(Verification verification, DataDirectory where) {
    List<String> faults =
        verification.findings().stream()
            .filter(Finding::isFault)
            .map(Finding::type)
            .map(Enum::name)
            .toList();
    if (!faults.isEmpty()) {
      throw MoveException.of("move.unsound", bureau, where.root(), faults.size(), faults.get(0));
    }
  }

  private void copyLedger(Database from, Standing standing) {
    progress.accept("move.copying");
    findEarlierCopy(from, standing)
        .ifPresent(copy -> target.moveAway(bureau, copy, clock.instant()));
    try (Database there = target.openBureau(bureau)) {
      there.change(to -> from.look(handle -> copyLedger(handle, to, standing)));
    }
  }

  /** The end of what a move that was broken off or refused left there, while the source went on. */
  private Optional<Head> findEarlierCopy(Database from, Standing standing) {
    if (!target.hasBureau(bureau)) {
      return Optional.empty();
    }
    try (Database there = target.openBureau(bureau)) {
      return there
          .<Optional<Standing>>read(LedgerCopy::standing)
          .filter(copy -> copy.epoch().equals(standing.epoch()))
          .map(Standing::head)
          .filter(head -> head.seq() > 0 && head.seq() < standing.head().seq())
          .filter(
              head ->
                  from.<Optional<Head>>read(handle -> new StoredLedger(handle).findHead(head.seq()))
                      .filter(head::equals)
                      .isPresent());
    }
  }

  /** Nothing of it stays where it throws. */
  private void copyLedger(Handle from, Handle to, Standing standing) {
    // A ledger without entries is what a move that was broken off, or a look, leaves behind.
    Optional<Standing> there =
        LedgerCopy.standing(to).filter(found -> !found.head().equals(Head.EMPTY));
    if (there.isPresent() && !there.get().equals(standing)) {
      throw MoveException.of("move.there", bureau, target.root());
    }
    if (there.isEmpty()) {
      LedgerCopy.copy(from, to);
    } else {
      LedgerCopy.copyBesideEntries(from, to);
    }
    require(new LedgerVerifier(fold).verify(to, List.of(), walked -> {}), target);
    if (!LedgerCopy.standing(to).equals(LedgerCopy.standing(from))) {
      throw MoveException.of("move.differs", bureau);
    }
  }

  private void copyFiles() {
    copyFiles(source.attachments(bureau), target.attachments(bureau), false);
    copyFiles(source.prepared(bureau), target.prepared(bureau), true);
    List<Finding> changed = FileCheck.findings(target.attachments(bureau));
    if (!changed.isEmpty()) {
      throw MoveException.of("move.file", changed.get(0).details().get(0));
    }
  }

  /**
   * Copies them.
   *
   * @param anew whether what is there already may be older; else its name is its content's hash
   */
  private static void copyFiles(Path from, Path to, boolean anew) {
    if (!Files.isDirectory(from)) {
      return;
    }
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (anew || !Files.exists(copy)) {
          Files.createDirectories(copy.resolveSibling("."));
          DurableFile.copy(file, copy);
        }
      }
    } catch (IOException e) {
      throw MoveException.because(e, "move.files", from, String.valueOf(e.getMessage()));
    }
  }

  /** As its ledger is; but for a folder that is the target's too. */
  private List<Path> setFilesAside() {
    List<Path> aside = new ArrayList<>();
    setAside(source.attachments(bureau), target.attachments(bureau)).ifPresent(aside::add);
    setAside(source.prepared(bureau), target.prepared(bureau)).ifPresent(aside::add);
    return aside;
  }

  private Optional<Path> setAside(Path here, Path there) {
    try {
      return Files.exists(here) && Files.exists(there) && Files.isSameFile(here, there)
          ? Optional.empty()
          : source.setAside(here, bureau, clock.instant());
    } catch (IOException e) {
      throw StorageException.noAccess(here, e);
    }
  }

  private void audit(DataDirectory at, DataDirectory other, Head head) {
    try (Directory directory = Directory.open(at, clock, new SecureRandom())) {
      directory
          .audit()
          .record(
              AuditEvent.of(actor, "bureau-moved")
                  .in(bureau)
                  .about(String.valueOf(other.root().getFileName()))
                  .saying(head.seq() + ":" + head.hash()));
    }
  }
}
