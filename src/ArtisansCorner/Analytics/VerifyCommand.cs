using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Shops;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary><c>--verify</c> on the command line: proves that every shop's figures equal its facts, and its levels their movements, and repairs those that do not.</summary>
public static class VerifyCommand
{
    /// <summary>The argument that asks for it.</summary>
    public const string Flag = "--verify";

    /// <summary>Looks at every shop, says what it found, and ends with 0 when all was right, with 1 when something had to be made again.</summary>
    public static async Task<int> VerifyAsync(this WebApplication app)
    {
        var (cancel, scopes, found) = (app.Lifetime.ApplicationStopping, app.Services.GetRequiredService<ShopScopes>(), 0);
        List<(Guid Id, string Name)> shops;
        await using (var scope = app.Services.CreateAsyncScope())
        {
            shops = (await scope.ServiceProvider.GetRequiredService<AppDb>().Shops.OrderBy(shop => shop.Slug).Select(shop => new { shop.Id, shop.Name }).ToListAsync(cancel))
                .ConvertAll(shop => (shop.Id, shop.Name));
        }

        foreach (var (id, name) in shops)
        {
            if (await scopes.OpenAsync(id, Actor.System, cancel) is not { } inside) continue;
            await using (inside)
            {
                var wrong = await inside.ServiceProvider.GetRequiredService<VerifyRollUps>().RunAsync(cancel);
                var levels = await inside.ServiceProvider.GetRequiredService<RecountStock>().RunAsync(cancel);
                found += wrong.Count + levels;
                Console.WriteLine(wrong.Count == 0
                    ? $"{name}: every figure equals its facts."
                    : $"{name}: {wrong.Count} days differed and were made again, {wrong[0]:yyyy-MM-dd} to {wrong[^1]:yyyy-MM-dd}.");
                if (levels > 0) Console.WriteLine($"{name}: {levels} levels of stock were not the sum of their movements and were set right.");
            }
        }

        Console.WriteLine($"{shops.Count} shops verified.");
        return found == 0 ? 0 : 1;
    }
}
