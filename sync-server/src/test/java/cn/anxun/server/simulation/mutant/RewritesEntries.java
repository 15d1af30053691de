package cn.anxun.server.simulation.mutant;

import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.EntryRejectedException;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.sync.wire.v1.MalformedMessageException;
import cn.anxun.core.sync.wire.v1.PushRequestJson;
import cn.anxun.server.phone.Network;
import cn.anxun.server.simulation.Wiring;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The server reads an entry and writes it anew, its members by name: the same is said in other
 * bytes.
 */
final class RewritesEntries implements Wiring {
  @Override
  public Network server(Network server) {
    return request -> server.send(rewritten(request));
  }

  private static Network.Request rewritten(Network.Request request) {
    byte[] body = request.body();
    if (body == null) {
      return request;
    }
    try {
      List<WrittenEntry> entries = new ArrayList<>();
      for (byte[] bytes : PushRequestJson.read(body, PushRequestJson.MAX_ENTRIES)) {
        Json.Members members = (Json.Members) JsonText.read(bytes);
        Json byName = new Json.Members(new TreeMap<>(members.values()));
        entries.add(
            new WrittenEntry(EntryJson.readRecorded(bytes).entry(), JsonText.bytes(byName)));
      }
      return new Network.Request(request.path(), request.headers(), PushRequestJson.write(entries));
    } catch (MalformedMessageException | EntryRejectedException e) {
      return request;
    }
  }
}
