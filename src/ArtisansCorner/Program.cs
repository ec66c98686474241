using System.Globalization;
using ArtisansCorner.Accounts;
using ArtisansCorner.Analytics;
using ArtisansCorner.Catalog;
using ArtisansCorner.Customers;
using ArtisansCorner.Demo;
using ArtisansCorner.Expenses;
using ArtisansCorner.Importing;
using ArtisansCorner.Inventory;
using ArtisansCorner.Inventory.Counting;
using ArtisansCorner.Inventory.Purchasing;
using ArtisansCorner.Inventory.Reserving;
using ArtisansCorner.Inventory.Valuation;
using ArtisansCorner.Making;
using ArtisansCorner.Payouts;
using ArtisansCorner.Platform;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Sales;
using ArtisansCorner.Sales.Consigning;
using ArtisansCorner.Shops;
using ArtisansCorner.Ui;
using ArtisansCorner.Webhooks;
using ArtisansCorner.Webhooks.Incoming;

// What is written down and told is the same whatever language the machine speaks; in some, years are counted otherwise.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

NativeMemory.KeepLittle();

// SQLite works on the thread that asks it, so a few more are at hand than there are processors. Many more would only interrupt one another:
// with 16 on two processors, 16 clients waited twice as long (docs/performance.md).
ThreadPool.GetMinThreads(out _, out var completions);
ThreadPool.SetMinThreads(Environment.ProcessorCount + 2, completions);

// A bare flag would take the next argument for its value.
var builder = WebApplication.CreateBuilder([.. args.Where(argument => argument is not (DemoModule.Flag or VerifyCommand.Flag))]);
builder.Services
    .AddPlatform(builder.Configuration)
    .AddWeb()
    .AddApiReference()
    .AddAccounts(builder.Configuration)
    .AddShops()
    .AddCatalog()
    .AddInventory()
    .AddMaking()
    .AddSales(builder.Configuration)
    .AddPayouts()
    .AddExpenses()
    .AddCustomers()
    .AddAnalytics()
    .AddImporting(builder.Configuration)
    .AddWebhooks(builder.Configuration)
    .AddDemo();
builder.Services.AddRazorComponents();

var app = builder.Build();
// Beside the mapping of routes, which takes as long.
var migrated = Task.Run(() => app.Services.MigrateAsync(app.Lifetime.ApplicationStopping));
app.UseKnownProxies();
app.UseExceptionHandler("/error");
app.UseWhen(ApiErrors.WantsJson, calls => calls.UseStatusCodePages());
app.UseWhen(http => !ApiErrors.WantsJson(http), pages => pages.UseStatusCodePagesWithReExecute("/not-found"));
app.UseErrorPages();
app.UseSecurityHeaders();
app.UseWholeText();
app.UseRouting();
app.UseRateLimiter();
app.UseAuthentication();
app.UseSameOrigin();
app.UseAuthorization();
app.UseMiddleware<EnterShop>();
app.UseAntiforgery();
app.UseStaleForms();
app.UseIdempotency();
// Answers are remembered as they are sent: compressed.
app.UseOutputCache();
// What is told to a program that writes is short and asked for once.
app.UseWhen(http => HttpMethods.IsGet(http.Request.Method) || !ApiErrors.WantsJson(http), answers => answers.UseResponseCompression());
app.UseAddressValues();
app.UseBodyTypes();

var api = app.MapGroup("/api/v1");
api.MapAccountsApi();
api.MapShopsApi();
var shop = api.MapGroup("/shops/{shopId:guid}");
shop.MapShopSettingsApi();
shop.MapCatalogApi();
shop.MapMakersApi();
shop.MapPhotosApi();
shop.MapInventoryApi();
shop.MapStockListsApi();
shop.MapValuationApi();
shop.MapStocktakesApi();
shop.MapReservationsApi();
shop.MapSuppliersApi();
shop.MapPurchasesApi();
shop.MapLocationsApi();
shop.MapAlertMailApi();
shop.MapMaterialsApi();
shop.MapMakingListsApi();
shop.MapRecipesApi();
shop.MapBatchesApi();
shop.MapSalesApi();
shop.MapPayoutsApi();
shop.MapExpensesApi();
shop.MapConsigningApi();
shop.MapCustomersApi();
shop.MapAnalyticsApi();
shop.MapDeskApi();
shop.MapViewsApi();
shop.MapImportingApi();
shop.MapWebhooksApi();
shop.MapSourcesApi();

app.MapStaticAssets();
app.MapRazorComponents<Document>();
app.MapAccountsPages();
app.MapShopsPages();
app.MapViewsPages();
app.MapUndoPages();
app.MapInventoryPages();
app.MapAlertMailPages();
app.MapMakingPages();
app.MapSalesPages();
app.MapPayoutsPages();
app.MapExpensesPages();
app.MapAnalyticsPages();
app.MapDeskPages();
app.MapImportingPages();
app.MapIncoming();
app.MapDemo(shop);
app.MapApiReference();

await migrated;
if (args.Contains(VerifyCommand.Flag)) return await app.VerifyAsync();
if (args.Contains(DemoModule.Flag)) await app.FillDemoAsync();
await app.RunAsync();
return 0;

/// <summary>The composition; public so that tests can start it.</summary>
public partial class Program;
