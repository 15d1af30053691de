package cn.anxun.server.simulation;

import cn.anxun.server.auth.Inbox;
import cn.anxun.server.storage.Database;
import cn.anxun.server.storage.Databases;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the server's inbox says of the entries that withdrawn phones handed over, by id.
 *
 * @param waiting nobody has decided on them yet
 * @param refused a person has refused them
 */
record Decisions(Set<String> waiting, Set<String> refused) {
  static Decisions of(SimulatedServer server) {
    Set<String> waiting = new HashSet<>();
    for (Inbox.Item item :
        server.running().directory().inbox().listUndecided(SimulatedServer.BUREAU)) {
      waiting.add(item.entry());
    }
    return new Decisions(waiting, server.look(Decisions::refused));
  }

  private static Set<String> refused(Databases databases) {
    try (Database directory = databases.openDirectory()) {
      return Set.copyOf(
          directory.<List<String>>read(
              handle ->
                  handle
                      .createQuery("SELECT entry FROM inbox WHERE decision = 'discarded'")
                      .mapTo(String.class)
                      .list()));
    }
  }
}
