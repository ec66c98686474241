using ArtisansCorner.Catalog;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing.Facts;

/// <summary>Gives codes to the choices of products of a file that have none, beside those that the shop and the file have.</summary>
internal sealed class CodeItems(AppDb db)
{
    private const string Unnamed = "PRODUCT";
    private MadeCodes? codes;
    private List<DraftVariant> coded = [];

    /// <summary>Gives them; who has one here already keeps it.</summary>
    public async Task RunAsync(IReadOnlyList<DraftItem> items, DraftCodes ofFile, CancellationToken cancel)
    {
        var missing = items.SelectMany(item => item.Variants.Where(variant => variant is { Sku: null, VariantId: null }).Select(variant => (item, variant))).ToList();
        coded = missing.ConvertAll(one => one.variant);
        if (missing.Count == 0) return;
        codes ??= await BesideAsync(ofFile, cancel);
        foreach (var (item, variant) in missing) variant.Sku = codes.Of(variant.Title.Length == 0 ? item.Name : $"{item.Name} {variant.Title}");
    }

    /// <summary>Takes back those that were given last, for they were not written, and looks at the codes of the shop anew.</summary>
    public void Forget()
    {
        coded.ForEach(variant => variant.Sku = null);
        (codes, coded) = (null, []);
    }

    private async Task<MadeCodes> BesideAsync(DraftCodes ofFile, CancellationToken cancel)
    {
        // A number each: a shop may have a hundred thousand.
        HashSet<ulong> taken = [];
        await foreach (var key in db.Variants.Select(variant => variant.SkuKey).AsAsyncEnumerable().WithCancellation(cancel)) taken.Add(OrderHash.Of(key));
        return new MadeCodes(code => taken.Contains(OrderHash.Of(code)) || ofFile.Has(code), Unnamed);
    }
}
