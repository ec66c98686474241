using ArtisansCorner.Analytics;
using ArtisansCorner.Importing.Export;
using ArtisansCorner.Importing.Facts;
using ArtisansCorner.Importing.Joining;
using ArtisansCorner.Importing.Matching;
using ArtisansCorner.Platform.Jobs;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Shops;

namespace ArtisansCorner.Importing;

/// <summary>
/// Brings files in: recognizes, previews, applies and takes back. Knows Catalog, Inventory, Making, Sales, Payouts and Expenses, whose facts it writes;
/// tells the days that changed through them, ImportFinished, and its progress on the live topic “imports”.
/// </summary>
public static class ImportingModule
{
    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddImporting(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ImportSignal>();
        services.AddSingleton<LastRead>();
        services.AddSingleton(ImportLimits.Of(configuration));
        services.AddHostedService<ImportWorker>();
        services.AddScoped<INoticeSource, FailedImportNotices>();
        services.React<ImportFinished, MailImport>();
        services.AddSingleton<ImportFiles>();
        services.AddJob<ForgetImportFilesJob>();
        services.AddScoped<UploadImport>();
        services.AddScoped<SteerImport>();
        services.AddScoped<ImportQuery>();
        services.AddScoped<ImportListQuery>();
        services.AddScoped<ImportTurn>();
        services.AddScoped<SplitUpload>();
        services.AddScoped<MappingQuery>();
        services.AddScoped<MendedQuery>();
        services.AddScoped<SurveyParts>();
        services.AddScoped<ReadParts>();
        services.AddScoped<ReadFile>();
        services.AddScoped<LookThroughFile>();
        services.AddScoped<ReadAgain>();
        services.AddScoped<ColumnsQuery>();
        services.AddScoped<FindPresence>();
        services.AddScoped<WriteRejected>();
        services.AddScoped<PlanImport>();
        services.AddScoped<BringParts>();
        services.AddScoped<BringCustomers>();
        services.AddScoped<FindCustomers>();
        services.AddScoped<FindRefundedSales>();
        services.AddScoped<MakeFacts>();
        services.AddScoped<MoveImportedStock>();
        services.AddScoped<FindTitles>();
        services.AddScoped<RememberTitle>();
        services.AddScoped<TitlesQuery>();
        services.AddScoped<FindJoins>();
        services.AddScoped<FindFurtherRefunds>();
        services.AddScoped<FitRefunds>();
        services.AddScoped<WriteJoinedMoney>();
        services.AddScoped<WriteJoins>();
        services.AddScoped<ApplyJoins>();
        services.AddScoped<TakeBackJoins>();
        services.AddScoped<FindPurchases>();
        services.AddScoped<TakePurchasesBack>();
        // Taken back before what it names; written after it, for that comes before sales.
        services.AddScoped<IBringFacts, BringPurchases>();
        services.AddScoped<FindItems>();
        services.AddScoped<FindMaterials>();
        services.AddScoped<CodeItems>();
        services.AddScoped<WriteItems>();
        services.AddScoped<TakeItemsBack>();
        services.AddScoped<IBringFacts, BringItems>();
        services.AddScoped<IBringFacts, BringMaterials>();
        services.AddScoped<IBringFacts, BringExpenses>();
        services.AddScoped<TakeOurRowsBack>();
        services.AddScoped<IBringFacts, BringOurRows>();
        services.AddScoped<ExportShop>();
        services.AddScoped<IBringFacts, BringFees>();
        services.AddScoped<IBringFacts, BringPayouts>();
        services.AddScoped<IBringFacts, BringEntries>();
        services.AddScoped<WriteOrders>();
        services.AddScoped<ApplyImport>();
        services.AddScoped<TakeBackImport>();
        services.AddSingleton(new SettingsLink("Take your data out", "settings/export", "export", "Everything of your shop in one file, which can be brought back."));
        services.AddToShopMenu(new ShopMenuEntry(60, "Import", "import", "import", 'm'));
        return services;
    }
}
