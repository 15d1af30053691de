package cn.anxun.server.backup;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import java.math.BigDecimal;
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
  private static final Pattern PATH =
      Pattern.compile("(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*");
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
      Json.Members json = members(JsonText.read(bytes));
      if (number(json, "format") != FORMAT) {
        throw BackupException.of("backup.format", number(json, "format"));
      }
      List<CopiedFile> files = new ArrayList<>();
      for (Json item : items(json, "files")) {
        files.add(file(members(item)));
      }
      List<CopiedLedger> ledgers = new ArrayList<>();
      for (Json item : items(json, "ledgers")) {
        Json.Members ledger = members(item);
        ledgers.add(
            new CopiedLedger(
                text(ledger, "bureau"),
                text(ledger, "epoch"),
                number(ledger, "seq"),
                matching(ledger, "head", HASH)));
      }
      return new BackupManifest(Instant.parse(text(json, "created")), files, ledgers);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw BackupException.because(e, "backup.manifest", String.valueOf(e.getMessage()));
    }
  }

  private static CopiedFile file(Json.Members file) {
    return new CopiedFile(
        matching(file, "path", PATH), number(file, "bytes"), matching(file, "sha256", HASH));
  }

  private static Json.Members members(Json json) {
    if (json instanceof Json.Members members) {
      return members;
    }
    throw new IllegalArgumentException("not an object");
  }

  private static List<Json> items(Json.Members json, String name) {
    if (json.get(name) instanceof Json.Items items) {
      return items.values();
    }
    throw new IllegalArgumentException(name);
  }

  private static String text(Json.Members json, String name) {
    if (json.get(name) instanceof Json.Text text) {
      return text.value();
    }
    throw new IllegalArgumentException(name);
  }

  private static String matching(Json.Members json, String name, Pattern form) {
    String text = text(json, name);
    if (!form.matcher(text).matches()) {
      throw new IllegalArgumentException(name + ": " + text);
    }
    return text;
  }

  private static long number(Json.Members json, String name) {
    if (json.get(name) instanceof Json.Num num) {
      BigDecimal value = num.value();
      try {
        return value.longValueExact();
      } catch (ArithmeticException e) {
        throw new IllegalArgumentException(name, e);
      }
    }
    throw new IllegalArgumentException(name);
  }
}
