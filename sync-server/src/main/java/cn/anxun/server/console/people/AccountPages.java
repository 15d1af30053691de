package cn.anxun.server.console.people;

import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Account;
import cn.anxun.server.auth.Accounts;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.auth.Members;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.AdminTab;
import cn.anxun.server.console.page.Links;
import cn.anxun.server.http.Requests;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An account: what it is called, what it may do, its password and its phones. */
final class AccountPages {
  private static final String PATH = AdminTab.PEOPLE.path() + "/account/";
  private static final String ROUTE = PATH + "{account}";

  private final Access access;
  private final PeopleDesk desk;
  private final Issuing issuing;

  AccountPages(Access access, PeopleDesk desk, Issuing issuing) {
    this.access = access;
    this.desk = desk;
    this.issuing = issuing;
  }

  void register(RoutesConfig routes) {
    routes.get(ROUTE, access.see(Permission.ADMINISTER, this::show));
    routes.post(ROUTE + "/name", access.send(Permission.ADMINISTER, this::rename));
    routes.post(ROUTE + "/grant", access.send(Permission.ADMINISTER, this::grant));
    routes.post(ROUTE + "/revoke", access.send(Permission.ADMINISTER, this::revoke));
    routes.post(ROUTE + "/disable", access.send(Permission.ADMINISTER, this::disable));
    routes.post(ROUTE + "/enable", access.send(Permission.ADMINISTER, this::enable));
    routes.post(ROUTE + "/password", access.send(Permission.ADMINISTER, this::password));
    routes.post(ROUTE + "/enrol", access.send(Permission.ADMINISTER, this::enrol));
  }

  /** The page of an account. */
  static String link(String account) {
    return PATH + Links.encoded(account);
  }

  private void show(Context context, Principal person) {
    show(context, person, "");
  }

  private Administrator administrator(Principal person) {
    return new Administrator(desk.directory(), person);
  }

  private Members.Member member(Context context, Principal person) {
    return administrator(person).member(context.pathParam("account"));
  }

  private void show(Context context, Principal person, String problem) {
    Members.Member member = member(context, person);
    Account account = member.account();
    Texts texts = Requests.texts(context);
    Map<String, String> bureaus = desk.bureaus(person);
    List<AccountPage.Held> grants = new ArrayList<>();
    for (Grant grant : desk.directory().members().listGrants(account.id())) {
      Optional.ofNullable(bureaus.get(grant.bureau()))
          .ifPresent(
              bureau -> grants.add(held(grant, bureau, desk.words(context, grant.bureau()))));
    }
    String state = !member.current() ? "left" : account.disabled() ? "disabled" : "active";
    desk.send(
        context,
        person,
        "people/account.jte",
        account.displayName(),
        new AccountPage(
            link(account.id()),
            account.id(),
            account.displayName(),
            texts.text("console.people.state." + state),
            texts.text("console.people.password." + password(account)),
            account.disabled(),
            administrator(person).isOver(account.id()),
            member.current(),
            mayPhone(member),
            issuing.address(context),
            grants,
            phones(context, person, account.id(), texts),
            desk.grantForm(
                context,
                person,
                bureaus,
                member.grant().role().wire(),
                member.grant().unit(),
                member.grant().division()),
            problem));
  }

  private static boolean mayPhone(Members.Member member) {
    return member.current()
        && !member.account().disabled()
        && Permission.of(member.grant().role()).contains(Permission.PUSH);
  }

  private static String password(Account account) {
    return !account.credential().exists()
        ? "none"
        : account.credential().mustChange() ? "to-change" : "set";
  }

  private static AccountPage.Held held(Grant grant, String bureau, Words words) {
    return new AccountPage.Held(
        grant.bureau(),
        bureau,
        words.role(grant.role()),
        words.unit(grant.unit()),
        words.division(grant.division()));
  }

  private List<AccountPage.Phone> phones(
      Context context, Principal person, String account, Texts texts) {
    Words words = desk.words(context, person);
    return desk.directory().devices().list(person.bureau()).stream()
        .filter(device -> device.account().equalsIgnoreCase(account))
        .map(
            device ->
                new AccountPage.Phone(
                    DevicePages.link(device.id()),
                    device.name(),
                    device.letters(),
                    words.at(device.lastSeenAt()),
                    texts.text(
                        "console.devices."
                            + (device.revokedAt().isEmpty() ? "in-use" : "revoked"))))
        .toList();
  }

  private void rename(Context context, Principal person) {
    change(
        context,
        person,
        true,
        (accounts, account) ->
            accounts.rename(account, GrantForm.field(context, "name"), person.account()));
  }

  private void grant(Context context, Principal person) {
    String chosen = GrantForm.field(context, "bureau");
    String bureau = chosen.isEmpty() ? person.bureau() : chosen;
    administrator(person).requireBureau(bureau);
    Words words = desk.words(context, bureau);
    change(
        context,
        person,
        false,
        (accounts, account) ->
            accounts.grant(account, GrantForm.read(context, bureau, words), person.account()));
  }

  private void revoke(Context context, Principal person) {
    String chosen = GrantForm.field(context, "bureau");
    String bureau = chosen.isEmpty() ? person.bureau() : chosen;
    administrator(person).requireBureau(bureau);
    change(
        context,
        person,
        false,
        (accounts, account) -> accounts.revokeGrant(account, bureau, person.account()));
  }

  private void disable(Context context, Principal person) {
    change(
        context,
        person,
        true,
        (accounts, account) -> accounts.setDisabled(account, true, person.account()));
  }

  private void enable(Context context, Principal person) {
    change(
        context,
        person,
        true,
        (accounts, account) -> accounts.setDisabled(account, false, person.account()));
  }

  /** Something done to an account. */
  private interface Change {
    void make(Accounts accounts, String account);
  }

  /**
   * Makes a change and shows the account anew.
   *
   * @param whole whether it changes the account in every bureau
   */
  private void change(Context context, Principal person, boolean whole, Change change) {
    String account = member(context, person).account().id();
    if (whole) {
      administrator(person).requireOver(account);
    }
    Optional<String> problem =
        PeopleDesk.attempt(context, () -> change.make(desk.directory().accounts(), account));
    if (problem.isPresent()) {
      show(context, person, problem.get());
    } else {
      context.redirect(link(account), HttpStatus.SEE_OTHER);
    }
  }

  private void password(Context context, Principal person) {
    Members.Member member = member(context, person);
    administrator(person).requireOver(member.account().id());
    Optional<String> problem =
        PeopleDesk.attempt(
            context, () -> issuing.password(context, person, member, link(member.account().id())));
    problem.ifPresent(sentence -> show(context, person, sentence));
  }

  private void enrol(Context context, Principal person) {
    Members.Member member = member(context, person);
    Optional<String> problem =
        PeopleDesk.attempt(
            context, () -> issuing.phone(context, person, member, link(member.account().id())));
    problem.ifPresent(sentence -> show(context, person, sentence));
  }
}
