using ArtisansCorner.Importing;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArtisansCorner.Tests.Importing;

public abstract class ImportClaimsTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : ImportClaimsTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : ImportClaimsTests(app);

    [Fact]
    public async Task A_claim_lasts_as_long_as_its_work_though_no_step_of_it_is_over()
    {
        var cancel = TestContext.Current.CancellationToken;
        var shop = await app.OpenShopAsync();
        // Ready: none of the app's own workers takes it.
        var import = await shop.ReadAsync(Files.Csv("order,date,channel,sku,quantity,unit price", "1,2026-01-05,Etsy,A,1,10.00"));
        var (id, now, services) = ((Guid)import["id"], app.Time.GetUtcNow(), await app.ServicesAsync());
        var claims = new ImportClaims(services.GetRequiredService<IServiceScopeFactory>(), app.Time, NullLogger.Instance);
        var claimed = new ClaimedImport(id, shop.Id, null, ImportStatus.Ready, Guid.CreateVersion7());

        await ClaimAsync(claimed.By, now.AddSeconds(1));
        DateTimeOffset? held = null;
        await claims.HoldAsync(claimed, async () => held = await Eventually.GetAsync(UntilAsync, until => until > now.AddSeconds(1)), cancel);
        Assert.InRange(held!.Value, now.AddSeconds(5), app.Time.GetUtcNow().AddSeconds(20));

        Task<DateTimeOffset?> UntilAsync() => shop.InsideAsync(inside => inside.GetRequiredService<AppDb>().Imports.Where(one => one.Id == id).Select(one => one.ClaimedUntil).SingleAsync(cancel));

        Task<bool> ClaimAsync(Guid by, DateTimeOffset until) => shop.InsideAsync(async inside =>
        {
            var db = inside.GetRequiredService<AppDb>();
            await using var write = await db.BeginWriteAsync(cancel);
            await db.Imports.Where(one => one.Id == id).ExecuteUpdateAsync(row => row.SetProperty(one => one.ClaimedBy, by).SetProperty(one => one.ClaimedUntil, until), cancel);
            await write.CommitAsync(cancel);
            return true;
        });
    }
}
