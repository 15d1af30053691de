package cn.anxun.server.simulation;

import cn.anxun.server.auth.Inbox;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
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
    return new Decisions(waiting, refused(server.root().resolve(SimulatedServer.DIRECTORY_FILE)));
  }

  private static Set<String> refused(Path directory) {
    Set<String> refused = new HashSet<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT entry FROM inbox WHERE decision = 'discarded'")) {
      while (rows.next()) {
        refused.add(rows.getString(1));
      }
      return refused;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
