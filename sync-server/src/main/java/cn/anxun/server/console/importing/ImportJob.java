package cn.anxun.server.console.importing;

import cn.anxun.server.auth.Principal;
import cn.anxun.server.importer.ImportException;
import cn.anxun.server.importer.ImportKind;
import cn.anxun.server.importer.ImportPreview;
import cn.anxun.server.importer.ImportReport;
import cn.anxun.server.importer.SheetChoice;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** A workbook that somebody brought, from the upload to the result. Safe for several threads. */
final class ImportJob {

  /** How far it has come. */
  enum State {
    READING,
    LOOKED,
    REFUSED,
    WRITING,
    DONE,
    FAILED;

    boolean isBusy() {
      return this == READING || this == WRITING;
    }
  }

  /**
   * It as of a moment.
   *
   * @param rows that were read or written by now
   * @param preview once it was looked at
   * @param report once it was imported
   * @param problem where the file cannot be read
   */
  record Standing(
      State state,
      int rows,
      SheetChoice choice,
      Optional<ImportPreview> preview,
      Optional<ImportReport> report,
      Optional<ImportException> problem) {}

  private final String id;
  private final Principal owner;
  private final ImportKind kind;
  private final String name;
  private final Path file;
  private Instant touched;
  private Standing standing =
      new Standing(
          State.READING, 0, SheetChoice.ANY, Optional.empty(), Optional.empty(), Optional.empty());

  ImportJob(String id, Principal owner, ImportKind kind, String name, Path file, Instant touched) {
    this.id = id;
    this.owner = owner;
    this.kind = kind;
    this.name = name;
    this.file = file;
    this.touched = touched;
  }

  String id() {
    return id;
  }

  /** The address of its page. */
  String address() {
    return "/import/" + id;
  }

  Principal owner() {
    return owner;
  }

  ImportKind kind() {
    return kind;
  }

  /** The file as its sender calls it. */
  String name() {
    return name;
  }

  Path file() {
    return file;
  }

  boolean isOf(Principal person) {
    return owner.account().equals(person.account()) && owner.bureau().equals(person.bureau());
  }

  synchronized void touch(Instant now) {
    touched = now;
  }

  /** When it was last asked for. */
  synchronized Instant touched() {
    return touched;
  }

  synchronized boolean isIdleSince(Instant before) {
    return !standing.state().isBusy() && touched.isBefore(before);
  }

  synchronized Standing standing() {
    return standing;
  }

  /** Begins to read it; not while something else is done with it. */
  synchronized boolean read(SheetChoice choice) {
    if (standing.state() == State.WRITING) {
      return false;
    }
    standing =
        new Standing(
            State.READING, 0, choice, Optional.empty(), Optional.empty(), Optional.empty());
    return true;
  }

  /** Begins to write it; once only. */
  synchronized boolean write() {
    boolean may =
        standing.state() == State.LOOKED
            && standing.preview().filter(seen -> seen.report().isPresent()).isPresent();
    if (may) {
      standing =
          new Standing(
              State.WRITING,
              0,
              standing.choice(),
              standing.preview(),
              Optional.empty(),
              Optional.empty());
    }
    return may;
  }

  synchronized void rows(int rows) {
    standing =
        new Standing(
            standing.state(),
            rows,
            standing.choice(),
            standing.preview(),
            standing.report(),
            standing.problem());
  }

  synchronized void looked(ImportPreview preview) {
    end(State.LOOKED, Optional.of(preview), Optional.empty(), Optional.empty());
  }

  synchronized void done(ImportReport report) {
    end(State.DONE, standing.preview(), Optional.of(report), Optional.empty());
  }

  synchronized void refused(ImportException problem) {
    end(State.REFUSED, standing.preview(), Optional.empty(), Optional.of(problem));
  }

  synchronized void failed() {
    end(State.FAILED, standing.preview(), Optional.empty(), Optional.empty());
  }

  private void end(
      State state,
      Optional<ImportPreview> preview,
      Optional<ImportReport> report,
      Optional<ImportException> problem) {
    standing = new Standing(state, standing.rows(), standing.choice(), preview, report, problem);
  }
}
