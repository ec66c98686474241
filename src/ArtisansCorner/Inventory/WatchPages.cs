using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Inventory;

/// <summary>What forms say of when one wants to hear of an item.</summary>
internal static class WatchPages
{
    /// <summary>Muting, and the levels of places.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/{shop}/inventory/alerts/of/{variantId:guid}/{step:regex(^(mute|unmute)$)}", MuteAsync).RequirePermission(Permission.ManageStock).ExcludeFromDescription();
        app.MapPost("/{shop}/inventory/{productId:guid}/watch", SaveAsync).RequirePermission(Permission.ManageStock).ExcludeFromDescription();
    }

    // The forms are asked for so that their antiforgery tokens are checked.
    private static async Task<RedirectHttpResult> MuteAsync(string shop, Guid variantId, string step, IFormCollection form, WatchItem watch, MeasuredItems items, Flash flash, CancellationToken cancel)
    {
        var mutes = step == "mute";
        var done = await watch.MuteAsync(variantId, mutes, cancel);
        if (!done.Succeeded)
        {
            flash.Say(done.Problems[0].Message);
            return TypedResults.LocalRedirect($"/{shop}/inventory/alerts");
        }

        var item = (await items.OfAsync([variantId], cancel))[variantId];
        flash.Say(mutes ? $"{item.Name} is muted" : $"You hear of {item.Name} again", $"/{shop}/inventory/alerts/of/{variantId}/{(mutes ? "unmute" : "mute")}");
        return TypedResults.LocalRedirect(item.Unit is null ? $"/{shop}/inventory/{item.ProductId}" : $"/{shop}/making/materials/{variantId}");
    }

    private static async Task<RedirectHttpResult> SaveAsync(string shop, Guid productId, IFormCollection form, LocationQuery places, ProductQueries products, WatchItem watch, CurrentShop current, Flash flash, CancellationToken cancel)
    {
        var product = await products.FindAsync(productId, cancel);
        var (changed, refused) = (0, (string?)null);
        foreach (var lies in product is null ? [] : await places.OfAsync([.. product.Variants.Select(variant => variant.Id)], cancel))
        {
            if (!form.TryGetValue($"low-{lies.VariantId}-{lies.LocationId}", out var typed)) continue;
            var reader = new FormReader(current.Facts.Currency);
            var threshold = reader.Count(typed, "Threshold");
            refused ??= reader.Problems.FirstOrDefault()?.Message;
            if (reader.Problems.Count > 0 || threshold == lies.Threshold) continue;
            var done = await watch.SetThresholdAsync(lies.VariantId, lies.LocationId.ToString(), threshold, cancel);
            if (done.Succeeded) changed++;
            else refused ??= done.Problems[0].Message;
        }

        flash.Say(refused ?? (changed == 0 ? "They were like that already" : "Levels saved"));
        return TypedResults.LocalRedirect($"/{shop}/inventory/{productId}");
    }
}
