package cn.anxun.server.console.people;

import cn.anxun.core.ledger.Role;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Account;
import cn.anxun.server.auth.Members;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Days;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.enrolment.EnrolmentSlip;
import cn.anxun.server.enrolment.PhoneAccess;
import cn.anxun.server.enrolment.QrCode;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import io.javalin.http.Context;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Shows enrolment codes and passwords, once and in the answer itself: they stand in no address, no
 * log and no store.
 */
final class Issuing {
  private static final Set<String> OWN = Set.of("127.0.0.1", "localhost", "[::1]");

  private final PeopleDesk desk;
  private final Pages pages;
  private final Supplier<PhoneAccess> reached;

  Issuing(PeopleDesk desk, Pages pages, Supplier<PhoneAccess> reached) {
    this.desk = desk;
    this.pages = pages;
    this.reached = reached;
  }

  /**
   * Where phones reach the server, to be looked at by the administrator: as this browser does where
   * the server cannot know it.
   */
  String address(Context context) {
    String typed = GrantForm.field(context, "address");
    return typed.isEmpty()
        ? reached.get().address().map(URI::toString).orElse("https://" + context.host())
        : typed;
  }

  /** The address that was sent with the form. */
  URI typedAddress(Context context) {
    return PhoneAccess.parse(address(context))
        .orElseThrow(() -> Refusal.ofField(400, "bad-address", "address"));
  }

  /** A new code for one phone of this person. */
  void phone(Context context, Principal person, Members.Member member, String back) {
    URI address = typedAddress(context);
    send(context, person, List.of(phone(context, person, member, address, "")), address, back);
  }

  /** A new password for this person. */
  void password(Context context, Principal person, Members.Member member, String back) {
    String password =
        desk.directory().accounts().resetPassword(member.account().id(), person.account());
    URI address = URI.create(reached.get().address().map(URI::toString).orElse(""));
    Texts texts = Requests.texts(context);
    send(context, person, List.of(paper(member, "", "", password, "", 0, texts)), address, back);
  }

  /**
   * What these people need to begin: a code for a phone, for those who may have one; and a password
   * for those who work in the office.
   */
  void all(Context context, Principal person, List<Members.Member> members, String back) {
    URI address = typedAddress(context);
    List<IssuedPage.Slip> slips = new ArrayList<>();
    for (Members.Member member : members) {
      Role role = member.grant().role();
      boolean office = role != Role.INSPECTOR && role != Role.GRID_WORKER;
      String password =
          office
              ? desk.directory().accounts().resetPassword(member.account().id(), person.account())
              : "";
      slips.add(
          Permission.of(role).contains(Permission.PUSH)
              ? phone(context, person, member, address, password)
              : paper(member, address.toString(), "", password, "", 0, Requests.texts(context)));
    }
    send(context, person, slips, address, back);
  }

  private IssuedPage.Slip phone(
      Context context, Principal person, Members.Member member, URI address, String password) {
    Texts texts = Requests.texts(context);
    EnrolmentSlip slip =
        EnrolmentSlip.issue(
            desk.directory().enrolments(),
            member.account().id(),
            person.bureau(),
            address,
            reached.get().fingerprint(),
            person.account());
    QrCode qr = QrCode.robust(slip.link().toString());
    return paper(member, address.toString(), slip.code(), password, qr.path(), qr.size(), texts)
        .until(Days.text(slip.validUntil(), texts));
  }

  private static IssuedPage.Slip paper(
      Members.Member member,
      String address,
      String code,
      String password,
      String qr,
      int size,
      Texts texts) {
    Account account = member.account();
    return new IssuedPage.Slip(
        account.displayName(),
        account.id(),
        Words.role(member.grant().role(), texts),
        address,
        code,
        "",
        password,
        qr,
        size);
  }

  private void send(
      Context context, Principal person, List<IssuedPage.Slip> slips, URI address, String back) {
    Texts texts = Requests.texts(context);
    boolean forPhones = slips.stream().anyMatch(slip -> !slip.code().isEmpty());
    desk.send(
        context,
        person,
        "people/issued.jte",
        texts.text("console.people.issued"),
        new IssuedPage(
            pages.bureau(person.bureau()),
            slips,
            forPhones && OWN.contains(String.valueOf(address.getHost())),
            back));
  }
}
