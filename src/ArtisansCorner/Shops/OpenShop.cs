using System.Security.Cryptography;
using System.Text;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Shops;

/// <summary>What opening a shop takes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Country">ISO 3166 code.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="TimeZone">IANA name.</param>
public sealed record NewShop(string? Name, string? Country, string? Currency, string? TimeZone);

/// <summary>Opens a shop for a user, who becomes its owner and first maker, and enters it; inside the transaction that is open.</summary>
public sealed class OpenShop(AppDb db, CurrentShop current, TimeProvider time)
{
    private const int ShortestEnding = 2;

    // First parts of addresses that are pages of the product itself.
    private static readonly HashSet<string> Taken =
        ["alert-mail", "api", "docs", "error", "healthz", "help", "hooks", "metrics", "openapi", "register", "settings", "account", "sign-in", "sign-out", "ui", "welcome", "not-found"];

    /// <summary>The shop, or what is wrong with it.</summary>
    public async Task<Outcome<Shop>> RunAsync(Guid userId, Through through, NewShop input, CancellationToken cancel)
    {
        var problems = Check(input);
        if (problems.Count > 0) return problems;
        var shop = await AddAsync(input, cancel);
        current.Enter(shop.Facts, new Actor(userId, through));
        db.Members.Add(new Member { Id = Guid.CreateVersion7(), ShopId = shop.Id, UserId = userId, Role = Role.Owner, JoinedAt = shop.CreatedAt });
        db.Makers.Add(new Maker { Id = Guid.CreateVersion7(), ShopId = shop.Id, Name = shop.Name });
        await db.SaveChangesAsync(cancel);
        return shop;
    }

    /// <summary>What is wrong with it, before anything is written.</summary>
    public static List<Problem> Check(NewShop input)
    {
        List<Problem> problems = [];
        if (string.IsNullOrWhiteSpace(input.Name)) problems.Add(new("name_missing", "What is the shop called?", "ShopName"));
        else if (input.Name.Trim().Length > 120) problems.Add(new("name_too_long", "A name has at most 120 characters.", "ShopName"));
        if (Country.TryOf(input.Country) is null) problems.Add(new("unknown_country", "Choose a country.", nameof(input.Country)));
        if (Currency.TryOf(input.Currency) is null) problems.Add(new("unknown_currency", "Choose a currency.", nameof(input.Currency)));
        if (ShopZone.TryOf(input.TimeZone) is null) problems.Add(new("unknown_time_zone", "Choose a time zone, such as Europe/London.", nameof(input.TimeZone)));
        return problems;
    }

    private async Task<Shop> AddAsync(NewShop input, CancellationToken cancel)
    {
        var wish = SlugOf(input.Name!);
        if (!Taken.Contains(wish) && await TryAddAsync(ShopOf(input, wish), cancel) is { } first) return first;
        // A random ending, for counting up would tell how many shops are called so, and two at once would meet. It grows until it is free.
        for (var digits = ShortestEnding; ; digits += ShortestEnding)
        {
            var slug = $"{wish}-{RandomNumberGenerator.GetHexString(digits, lowercase: true)}";
            if (await TryAddAsync(ShopOf(input, slug), cancel) is { } shop) return shop;
        }
    }

    private Shop ShopOf(NewShop input, string slug)
    {
        var country = Country.TryOf(input.Country)!.Code;
        return new Shop
        {
            Id = Guid.CreateVersion7(),
            Slug = slug,
            Name = input.Name!.Trim(),
            Country = country,
            Currency = Currency.TryOf(input.Currency)!.Value,
            TimeZone = ShopZone.TryOf(input.TimeZone)!.Id,
            FirstDayOfWeek = country is "US" or "CA" or "JP" or "MX" or "BR" or "IL" ? DayOfWeek.Sunday : DayOfWeek.Monday,
            CreatedAt = time.GetUtcNow(),
        };
    }

    /// <summary>Nothing when another shop has the address, or took it at the same moment.</summary>
    private async Task<Shop?> TryAddAsync(Shop shop, CancellationToken cancel)
    {
        if (await db.Shops.AnyAsync(other => other.Slug == shop.Slug, cancel)) return null;
        db.Shops.Add(shop);
        try
        {
            await db.SaveChangesAsync(cancel);
            return shop;
        }
        catch (DbUpdateException problem) when (db.Engine.IsDuplicate(problem))
        {
            db.Entry(shop).State = EntityState.Detached;
            return null;
        }
    }

    private static string SlugOf(string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in SearchText.Of(name))
        {
            if (char.IsAsciiLetterOrDigit(letter)) slug.Append(letter);
            else if (slug.Length > 0 && slug[^1] != '-' && letter is not ('\'' or '’')) slug.Append('-');
            if (slug.Length == 40) break;
        }

        var text = slug.ToString().Trim('-');
        return text.Length > 0 ? text : "shop";
    }
}
