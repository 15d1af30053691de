package cn.anxun.server.console.people;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.auth.Members;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.http.Refusal;
import java.util.List;

/**
 * What an administrator may do with an account: everything, where it acts in no bureau but those
 * that the administrator administers; else only with what it is in this bureau. Otherwise an
 * administrator of one bureau could set the password of another's.
 */
final class Administrator {
  private final Directory directory;
  private final Principal person;

  Administrator(Directory directory, Principal person) {
    this.directory = directory;
    this.person = person;
  }

  /**
   * Somebody who is or was of this bureau.
   *
   * @throws Refusal 404 for anybody else, whether there is such an account or not
   */
  Members.Member member(String account) {
    return directory
        .members()
        .find(person.bureau(), account)
        .orElseThrow(() -> Refusal.of(404, "no-such-account", account));
  }

  /** The bureaus that this person administers. */
  List<String> bureaus() {
    return directory.accounts().listGrants(person.account()).stream()
        .filter(grant -> grant.role() == Role.ADMINISTRATOR)
        .map(Grant::bureau)
        .toList();
  }

  /** Whether the account acts in no bureau but those that this person administers. */
  boolean isOver(String account) {
    return bureaus()
        .containsAll(directory.members().listGrants(account).stream().map(Grant::bureau).toList());
  }

  /**
   * The same, for what changes the account as a whole.
   *
   * @throws Refusal 403
   */
  void requireOver(String account) {
    if (!isOver(account)) {
      throw Refusal.of(403, "account-of-others", account);
    }
  }

  /**
   * For what changes a grant.
   *
   * @throws Refusal 403 for a bureau that this person does not administer
   */
  void requireBureau(String bureau) {
    if (!bureaus().contains(bureau)) {
      throw Refusal.of(403, "forbidden");
    }
  }
}
