package cn.anxun.server.serve;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.server.disk.DurableFile;
import cn.anxun.server.storage.DataDirectory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a running server says of itself in a file of its data directory, for {@code doctor}.
 *
 * @param address where this machine reaches it
 * @param phones where phones are told to reach it; empty where it cannot know
 * @param ownKey whether its key is one that it made itself
 */
public record Serving(URI address, Optional<URI> phones, boolean ownKey) {
  private static final String FILE = "serving.json";

  /** What the server says that runs on this data directory now; empty where none does. */
  public static Optional<Serving> find(Path root) {
    return DataDirectory.isHeld(root) ? of(root) : Optional.empty();
  }

  /** What the last one said. */
  public static Optional<Serving> of(Path root) {
    Path file = root.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      if (JsonText.read(Files.readAllBytes(file)) instanceof Json.Members json
          && json.get("address") instanceof Json.Text address) {
        Optional<URI> phones =
            json.get("phones") instanceof Json.Text text
                ? Optional.of(URI.create(text.value()))
                : Optional.empty();
        boolean ownKey = Json.of(true).equals(json.get("ownKey"));
        return Optional.of(new Serving(URI.create(address.value()), phones, ownKey));
      }
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  void save(Path root) throws IOException {
    Json.MembersBuilder json =
        Json.members().put("address", address.toString()).put("ownKey", ownKey);
    phones.ifPresent(told -> json.put("phones", told.toString()));
    DurableFile.write(root.resolve(FILE), JsonText.bytes(json.build()));
  }
}
