package cn.anxun.server.console.people;

import java.util.List;

/**
 * A phone as an administrator sees it.
 *
 * @param sent what it has sent, by kind of entry
 * @param held what waits of it in the inbox
 * @param missing photos and documents of its entries that have not arrived
 * @param app the version of the app that it last named; "" for none
 * @param lastSent when the last entry came; "" for none
 */
public record DevicePage(
    String path,
    String owner,
    String ownerLink,
    String letters,
    String name,
    String enrolled,
    String seen,
    String revoked,
    boolean mayEnrol,
    String address,
    List<Count> sent,
    String lastSent,
    int held,
    int missing,
    String app,
    String problem) {

  /** Entries of a kind. */
  public record Count(String kind, long entries) {}

  public DevicePage {
    sent = List.copyOf(sent);
  }
}
