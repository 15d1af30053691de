package cn.anxun.server.console.base;

import cn.anxun.core.json.JsonText;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.disk.DurableFile;
import cn.anxun.server.storage.BureauLedgers;
import cn.anxun.server.storage.StorageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Keeps what somebody has begun in a table until it is saved or given up: a file for each person
 * and table, so that neither a log-out nor a restart loses it.
 */
final class Drafts {
  private final BureauLedgers ledgers;

  Drafts(BureauLedgers ledgers) {
    this.ledgers = ledgers;
  }

  /** The person's draft of this table; an empty one where there is none. */
  Draft get(Principal person, String table) {
    Path file = file(person, table);
    try {
      return Files.isRegularFile(file)
          ? Draft.of(JsonText.read(Files.readAllBytes(file)))
          : Draft.NONE;
    } catch (IOException e) {
      throw StorageException.noAccess(file, e);
    }
  }

  /** Keeps it in place of the one before; an empty one is forgotten. */
  void put(Principal person, String table, Draft draft) {
    Path file = file(person, table);
    try {
      if (draft.isEmpty()) {
        Files.deleteIfExists(file);
        return;
      }
      DurableFile.write(file, JsonText.bytes(draft.json()));
    } catch (IOException e) {
      throw StorageException.noAccess(file, e);
    }
  }

  private Path file(Principal person, String table) {
    UUID name =
        UUID.nameUUIDFromBytes((person.account() + '\n' + table).getBytes(StandardCharsets.UTF_8));
    return ledgers.prepared(person.bureau()).resolve("draft-" + name + ".json");
  }
}
