using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArtisansCorner.Tests.Platform;

public abstract class OutboxClaimsTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : OutboxClaimsTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : OutboxClaimsTests(app);

    [Fact]
    public async Task A_claim_lasts_as_long_as_its_work_and_is_over_soon_after_its_worker_died()
    {
        var cancel = TestContext.Current.CancellationToken;
        var services = await app.ServicesAsync();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        // Not due for the app's own workers.
        var (claim, id, now) = (Guid.CreateVersion7(), Guid.CreateVersion7(), app.Time.GetUtcNow());
        await using (var write = await db.BeginWriteAsync(cancel))
        {
            db.Add(new OutboxMessage { Id = id, ShopId = Guid.CreateVersion7(), Event = "Kept", Body = "{}", DueAt = now.AddDays(1), ClaimedBy = claim, ClaimedUntil = now.AddSeconds(1) });
            await write.CommitAsync(cancel);
        }

        Task<DateTimeOffset?> UntilAsync() => db.OutboxMessages.Where(message => message.Id == id).Select(message => message.ClaimedUntil).SingleAsync(cancel);
        var claims = new OutboxClaims(services.GetRequiredService<IServiceScopeFactory>(), app.Time, NullLogger.Instance);
        var held = await claims.HoldAsync(claim, () => Eventually.GetAsync(UntilAsync, until => until > now.AddSeconds(1)), cancel);
        Assert.InRange(held!.Value, now.AddSeconds(5), app.Time.GetUtcNow().AddSeconds(20));
        Assert.Equal(held, await UntilAsync());
    }
}
