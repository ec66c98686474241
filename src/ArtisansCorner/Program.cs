using ArtisansCorner.Accounts;
using ArtisansCorner.Analytics;
using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Sales;
using ArtisansCorner.Shops;
using ArtisansCorner.Ui;

var builder = WebApplication.CreateBuilder(args);
builder.Services
    .AddPlatform(builder.Configuration)
    .AddWeb()
    .AddAccounts(builder.Configuration)
    .AddShops()
    .AddCatalog()
    .AddInventory()
    .AddSales()
    .AddAnalytics();
builder.Services.AddRazorComponents();

var app = builder.Build();
app.UseExceptionHandler();
app.UseSecurityHeaders();
app.UseResponseCompression();
app.UseWholeText();
app.UseRouting();
app.UseRateLimiter();
app.UseAuthentication();
app.UseSameOriginForApi();
app.UseAuthorization();
app.UseMiddleware<EnterShop>();
app.UseAntiforgery();
app.UseIdempotency();

var api = app.MapGroup("/api/v1");
api.MapAccountsApi();
api.MapShopsApi();
var shop = api.MapGroup("/shops/{shopId:guid}");
shop.MapCatalogApi();
shop.MapInventoryApi();
shop.MapSalesApi();
shop.MapAnalyticsApi();

app.MapStaticAssets();
app.MapRazorComponents<Document>();
app.MapAccountsPages();
app.MapShopsPages();
app.MapInventoryPages();
app.MapSalesPages();

await app.Services.MigrateAsync(app.Lifetime.ApplicationStopping);
await app.RunAsync();

/// <summary>The composition; public so that tests can start it.</summary>
public partial class Program;
