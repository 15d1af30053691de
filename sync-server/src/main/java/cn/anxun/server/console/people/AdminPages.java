package cn.anxun.server.console.people;

import cn.anxun.server.auth.Directory;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.enrolment.PhoneAccess;
import cn.anxun.server.paper.NumberDesk;
import cn.anxun.server.paper.RevokedNumbers;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import java.time.Clock;
import java.util.function.Supplier;

/** 管理: the pages about people, their phones and what they did. */
public final class AdminPages {
  private final PeoplePages people;
  private final AccountPages accounts;
  private final NewAccountPages newcomers;
  private final TablePages tables;
  private final DevicePages devices;
  private final AuditPages audit;

  /**
   * @param reached where phones reach this server
   */
  public AdminPages(
      Access access,
      Pages pages,
      BureauLedgers ledgers,
      Directory directory,
      Supplier<PhoneAccess> reached,
      NumberDesk numbers,
      Clock clock) {
    PeopleDesk desk = new PeopleDesk(pages, ledgers, directory, clock);
    Issuing issuing = new Issuing(desk, pages, reached);
    this.people = new PeoplePages(access, desk);
    this.accounts = new AccountPages(access, desk, issuing);
    this.newcomers = new NewAccountPages(access, desk, issuing);
    this.tables = new TablePages(access, desk, issuing);
    this.audit = new AuditPages(access, desk);
    this.devices = new DevicePages(access, desk, issuing, new RevokedNumbers(numbers));
  }

  public void register(RoutesConfig routes) {
    people.register(routes);
    accounts.register(routes);
    newcomers.register(routes);
    tables.register(routes);
    devices.register(routes);
    audit.register(routes);
  }
}
