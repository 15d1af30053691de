package cn.anxun.server.backup;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.server.storage.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * How the nightly backups went, kept in the data directory: the second place may be away.
 *
 * @param good the last that was verified
 * @param failure of the last attempt; empty where that went well
 */
public record NightlyHistory(Optional<Good> good, Optional<Failure> failure) {
  static final NightlyHistory NONE = new NightlyHistory(Optional.empty(), Optional.empty());

  private static final String FILE = "nightly-backup-history.json";

  /**
   * A backup that was verified after it was written.
   *
   * @param at when it was begun: what came later is not in it
   * @param entries of all ledgers in it
   * @param files in it, shared ones too
   * @param bytes of all files in it
   * @param auditFaults rows of the audit that were not as they had been written
   */
  public record Good(
      Instant at, Path folder, long entries, long files, long bytes, long auditFaults) {}

  /**
   * Why the last attempt made none.
   *
   * @param chinese a sentence that says what to do
   */
  public record Failure(Instant at, String chinese, String english) {}

  Optional<Instant> goodAt() {
    return good.map(Good::at);
  }

  Optional<Instant> failedAt() {
    return failure.map(Failure::at);
  }

  /** What is known; nothing where that cannot be read, for the next night writes it again. */
  static NightlyHistory of(DataDirectory data) {
    Path file = data.root().resolve(FILE);
    try {
      if (!Files.exists(file)) {
        return NONE;
      }
      Json.Members json = SavedJson.members(JsonText.read(Files.readAllBytes(file)));
      return new NightlyHistory(
          Optional.ofNullable(json.get("good")).map(NightlyHistory::good),
          Optional.ofNullable(json.get("failure")).map(NightlyHistory::failure));
    } catch (IOException | DateTimeException | IllegalArgumentException e) {
      return NONE;
    }
  }

  private static Good good(Json json) {
    Json.Members good = SavedJson.members(json);
    return new Good(
        Instant.parse(SavedJson.text(good, "at")),
        Path.of(SavedJson.text(good, "folder")),
        SavedJson.number(good, "entries"),
        SavedJson.number(good, "files"),
        SavedJson.number(good, "bytes"),
        // Older versions did not look.
        good.get("auditFaults") == null ? 0 : SavedJson.number(good, "auditFaults"));
  }

  private static Failure failure(Json json) {
    Json.Members failure = SavedJson.members(json);
    return new Failure(
        Instant.parse(SavedJson.text(failure, "at")),
        SavedJson.text(failure, "chinese"),
        SavedJson.text(failure, "english"));
  }

  void save(DataDirectory data) throws IOException {
    Json.MembersBuilder json = Json.members();
    good.ifPresent(
        made ->
            json.put(
                "good",
                Json.members()
                    .put("at", made.at().toString())
                    .put("folder", made.folder().toString())
                    .put("entries", made.entries())
                    .put("files", made.files())
                    .put("bytes", made.bytes())
                    .put("auditFaults", made.auditFaults())
                    .build()));
    failure.ifPresent(
        why ->
            json.put(
                "failure",
                Json.members()
                    .put("at", why.at().toString())
                    .put("chinese", why.chinese())
                    .put("english", why.english())
                    .build()));
    SavedJson.write(data, FILE, json.build());
  }
}
