package cn.anxun.app.feature.inspection;

import dagger.Binds;
import dagger.Module;
import dagger.hilt.InstallIn;
import dagger.hilt.components.SingletonComponent;

/** What stands behind this feature's ports. */
@Module
@InstallIn(SingletonComponent.class)
abstract class InspectionModule {
  @Binds
  abstract SiteDirectory sites(LedgerSites sites);

  @Binds
  abstract ReferenceSource references(OfficeReference references);

  @Binds
  abstract VisitRecorder recorder(LedgerRecorder recorder);
}
