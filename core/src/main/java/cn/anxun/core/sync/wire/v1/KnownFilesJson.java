package cn.anxun.core.sync.wire.v1;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.sync.wire.v1.MalformedMessageException.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** {@code {"hashes": […]}} asks which files the bureau holds, {@code {"known": […]}} answers. */
public final class KnownFilesJson {
  private static final String HASHES = "hashes";
  private static final String KNOWN = "known";

  private KnownFilesJson() {}

  public static byte[] writeRequest(Collection<String> hashes) {
    return write(HASHES, hashes);
  }

  public static Set<String> readRequest(byte[] body) throws MalformedMessageException {
    return read(HASHES, body);
  }

  public static byte[] write(Collection<String> known) {
    return write(KNOWN, known);
  }

  public static Set<String> read(byte[] body) throws MalformedMessageException {
    return read(KNOWN, body);
  }

  private static byte[] write(String name, Collection<String> hashes) {
    List<Json> items = new ArrayList<>(hashes.size());
    hashes.forEach(hash -> items.add(Json.of(hash)));
    return JsonText.bytes(Json.members().put(name, Json.items(items)).build());
  }

  private static Set<String> read(String name, byte[] body) throws MalformedMessageException {
    Set<String> hashes = new LinkedHashSet<>();
    for (Json item : MessageReader.of(body).items(name)) {
      if (!(item instanceof Json.Text text)) {
        throw new MalformedMessageException(Fault.WRONG_TYPE, name, null);
      }
      hashes.add(text.value());
    }
    return hashes;
  }
}
