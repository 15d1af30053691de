package cn.anxun.server.console.people;

import cn.anxun.core.ledger.Role;
import cn.anxun.core.text.Texts;
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
import java.util.Optional;
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
    send(context, person, List.of(forPhone(context, person, member, address)), address, back);
  }

  /** A new password for this person. */
  void password(Context context, Principal person, Members.Member member, String back) {
    URI address = typedAddress(context);
    send(context, person, List.of(forBrowser(context, person, member, address)), address, back);
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
      if (Permission.of(role).contains(Permission.PUSH)) {
        slips.add(forPhone(context, person, member, address));
      }
      if (role != Role.INSPECTOR && role != Role.GRID_WORKER) {
        slips.add(forBrowser(context, person, member, address));
      }
    }
    send(context, person, slips, address, back);
  }

  private IssuedPage.Slip forPhone(
      Context context, Principal person, Members.Member member, URI address) {
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
    IssuedPage.Phone phone =
        new IssuedPage.Phone(
            slip.code(),
            Days.text(slip.validUntil(), texts),
            slip.link().fingerprint().orElse(""),
            qr.path(),
            qr.size());
    return slip(member, address, Optional.of(phone), "", texts);
  }

  private IssuedPage.Slip forBrowser(
      Context context, Principal person, Members.Member member, URI address) {
    String password =
        desk.directory().accounts().resetPassword(member.account().id(), person.account());
    return slip(member, address, Optional.empty(), password, Requests.texts(context));
  }

  private static IssuedPage.Slip slip(
      Members.Member member,
      URI address,
      Optional<IssuedPage.Phone> phone,
      String password,
      Texts texts) {
    return new IssuedPage.Slip(
        member.account().displayName(),
        member.account().id(),
        Words.role(member.grant().role(), texts),
        address.toString(),
        phone,
        password);
  }

  private void send(
      Context context, Principal person, List<IssuedPage.Slip> slips, URI address, String back) {
    Texts texts = Requests.texts(context);
    boolean forPhones = slips.stream().anyMatch(slip -> slip.phone().isPresent());
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
