package cn.anxun.server.backup;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a backup holds, in its file {@code manifest.json}, which is written last: a folder without
 * it is no backup.
 *
 * @param created when it was begun
 */
public record BackupManifest(Instant created, List<CopiedFile> files, List<CopiedLedger> ledgers) {
  static final String FILE = "manifest.json";

  private static final int FORMAT = 1;

  /** Within the folder: no part of it is "." or "..", a drive or a path of another system. */
  private static final Pattern PATH =
      Pattern.compile(
          "(?!\\.{1,2}(?:/|$))[^/\\\\:\\p{Cntrl}]+(?:/(?!\\.{1,2}(?:/|$))[^/\\\\:\\p{Cntrl}]+)*");

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /**
   * A file of the backup.
   *
   * @param path within the data directory, with slashes
   * @param sha256 of its bytes, 64 hexadecimal digits
   */
  public record CopiedFile(String path, long bytes, String sha256) {}

  /** Where a bureau's chain ended in the backup. */
  public record CopiedLedger(String bureau, String epoch, long seq, String head) {}

  public BackupManifest {
    files = List.copyOf(files);
    ledgers = List.copyOf(ledgers);
  }

  /** Entries of all ledgers. */
  public long entries() {
    return ledgers.stream().mapToLong(CopiedLedger::seq).sum();
  }

  byte[] write() {
    List<Json> fileItems = new ArrayList<>();
    for (CopiedFile file : files) {
      fileItems.add(
          Json.members()
              .put("path", file.path())
              .put("bytes", file.bytes())
              .put("sha256", file.sha256())
              .build());
    }
    List<Json> ledgerItems = new ArrayList<>();
    for (CopiedLedger ledger : ledgers) {
      ledgerItems.add(
          Json.members()
              .put("bureau", ledger.bureau())
              .put("epoch", ledger.epoch())
              .put("seq", ledger.seq())
              .put("head", ledger.head())
              .build());
    }
    return JsonText.bytes(
        Json.members()
            .put("format", FORMAT)
            .put("created", created.toString())
            .put("files", Json.items(fileItems))
            .put("ledgers", Json.items(ledgerItems))
            .build());
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws BackupException where it is anything else, or names a path outside of the backup
   */
  static BackupManifest read(byte[] bytes) {
    try {
      Json.Members json = SavedJson.members(JsonText.read(bytes));
      if (SavedJson.number(json, "format") != FORMAT) {
        throw BackupException.of("backup.format", SavedJson.number(json, "format"));
      }
      List<CopiedFile> files = new ArrayList<>();
      for (Json item : SavedJson.items(json, "files")) {
        files.add(file(SavedJson.members(item)));
      }
      List<CopiedLedger> ledgers = new ArrayList<>();
      for (Json item : SavedJson.items(json, "ledgers")) {
        Json.Members ledger = SavedJson.members(item);
        ledgers.add(
            new CopiedLedger(
                SavedJson.text(ledger, "bureau"),
                SavedJson.text(ledger, "epoch"),
                SavedJson.number(ledger, "seq"),
                SavedJson.matching(ledger, "head", HASH)));
      }
      return new BackupManifest(Instant.parse(SavedJson.text(json, "created")), files, ledgers);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw BackupException.because(e, "backup.manifest", String.valueOf(e.getMessage()));
    }
  }

  private static CopiedFile file(Json.Members file) {
    return new CopiedFile(
        SavedJson.matching(file, "path", PATH),
        SavedJson.number(file, "bytes"),
        SavedJson.matching(file, "sha256", HASH));
  }
}
