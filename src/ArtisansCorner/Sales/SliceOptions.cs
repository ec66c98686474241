using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Sales;

/// <summary>One filter of a slice, as pages offer it.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Noun">What is chosen, such as “channel”.</param>
/// <param name="Values">What can be chosen, and what that is called.</param>
public sealed record SliceOption(string Name, string Noun, IReadOnlyList<(string Value, string Words)> Values);

/// <summary>What the sales of a shop can be filtered by.</summary>
public sealed class SliceOptions(AppDb db, LabelsQuery labels, Places places)
{
    private const int Most = 60;

    // Of hundreds of thousands of customers.
    private static readonly TextsInUse Countries = new(db => db.Customers.Select(customer => customer.Country!));
    private static readonly TextsInUse Regions = new(db => db.Customers.Select(customer => customer.Region!));

    /// <summary>The filters between whose values there is a choice.</summary>
    public async Task<IReadOnlyList<SliceOption>> RunAsync(CancellationToken cancel)
    {
        var together = db.AskTogether();
        var channel = together.Ask(() => ChannelAsync(cancel));
        var located = together.Ask(() => places.AllAsync(cancel));
        var labeled = together.Ask(() => labels.RunAsync(cancel));
        var countries = together.Ask(() => Countries.ListAsync(db, Most, cancel));
        var regions = together.Ask(() => Regions.ListAsync(db, Most, cancel));
        var groups = together.Ask(() => db.CustomerScores.Select(score => score.Group).Distinct().OrderBy(group => group).ToListAsync(cancel));
        await together.RunAsync(cancel);
        var known = await labeled;
        SliceOption[] options =
        [
            await channel,
            new("location", "place", [.. (await located).Select(place => (place.Id.ToString(), place.Name))]),
            new("maker", "maker", [.. known.Makers.Select(maker => (maker.Id.ToString(), maker.Name))]),
            new("category", "category", [.. known.Categories.Select(name => (name, name))]),
            new("tag", "tag", [.. known.Tags.Select(name => (name, name))]),
            new("country", "country", [.. (await countries).Select(code => (code, Country.NameOf(code)))]),
            new("region", "region", [.. (await regions).Select(name => (name, name))]),
            new("buyers", "buyer", [.. Enum.GetValues<Buyers>().Select(buyers => (EnumWords.Of(buyers), SliceNames.WordsOf(buyers)))]),
            new("group", "group", [.. (await groups).Select(group => (EnumWords.Of(group), CustomerGroupWords.Of(group)))]),
        ];
        return [.. options.Where(option => option.Values.Count > 1)];
    }

    /// <summary>The channels alone.</summary>
    public async Task<SliceOption> ChannelAsync(CancellationToken cancel) =>
        new("channel", "channel", [.. (await db.Channels.OrderBy(channel => channel.Key).Select(channel => channel.Name).ToListAsync(cancel)).Select(name => (name, name))]);
}
