using System.IO.Compression;
using System.Text;
using System.Text.Json;
using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing.Export;

/// <summary>
/// Writes everything of a shop as one ZIP of CSV files and a manifest, row by row as they are read, as of one moment: however large the shop is,
/// no more than some hundred rows are held. Amounts are minor units, as in the API.
/// </summary>
public sealed class ExportShop(AppDb db, CurrentShop shop, FileStore store, TimeProvider time)
{
    private const int RowsAtOnce = 500;
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Writes it.</summary>
    public async Task RunAsync(Stream to, CancellationToken cancel)
    {
        // What is sold meanwhile is in all of the files or in none.
        await using var moment = await db.Database.BeginTransactionAsync(db.Engine.OneMoment, cancel);
        var usual = await db.Locations.Where(location => location.IsDefault).Select(location => (Guid?)location.Id).FirstOrDefaultAsync(cancel);
        List<ExportedFile> files = [];
        await using var held = new HeldStream(to);
        await using (var zip = await ZipArchive.CreateAsync(held, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancel))
        {
            foreach (var table in OurTables.All) files.Add(await WriteAsync(zip, held, table, usual, cancel));
            await AddPhotosAsync(zip, held, cancel);
            await using (var words = await zip.CreateEntry("README.md", CompressionLevel.Fastest).OpenAsync(cancel)) await words.WriteAsync(Encoding.UTF8.GetBytes(ExportWords.Readme(shop.Facts)), cancel);
            await using var manifest = await zip.CreateEntry("manifest.json", CompressionLevel.Fastest).OpenAsync(cancel);
            await JsonSerializer.SerializeAsync(manifest, ManifestOf(files), Readable, cancel);
        }

        await held.SendAsync(cancel);
    }

    private async Task<ExportedFile> WriteAsync(ZipArchive zip, HeldStream held, OurTable table, Guid? usual, CancellationToken cancel)
    {
        var name = $"{table.Name}.csv";
        await using var entry = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancel);
        await using var file = new StreamWriter(entry, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await file.WriteAsync(CsvText.Line([table.Marker, .. table.Columns.Select(column => JsonNamingPolicy.CamelCase.ConvertName(column.Name))]).AsMemory(), cancel);
        var (mark, rows) = ($"{OurTables.Version} {shop.Facts.Currency.Code} {shop.Id}", 0L);
        var summed = table.Columns.Index().Where(column => column.Item.PropertyType == typeof(long)).ToList();
        var sums = new Int128[table.Columns.Count];
        await foreach (var row in table.RowsAsync(db).WithCancellation(cancel))
        {
            foreach (var (index, column) in summed) sums[index] += (long)column.GetValue(row)!;
            await file.WriteAsync(CsvText.Line([mark, .. table.Columns.Select(column => Cell(column.Name, column.GetValue(row), usual))]).AsMemory(), cancel);
            if (++rows % RowsAtOnce == 0) await held.SendAsync(cancel);
        }

        return new ExportedFile(name, rows, summed.ToDictionary(column => JsonNamingPolicy.CamelCase.ConvertName(column.Item.Name), column => sums[column.Index].ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    private async Task AddPhotosAsync(ZipArchive zip, HeldStream held, CancellationToken cancel)
    {
        await foreach (var photo in db.Photos.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!store.Exists(shop.Id, photo.LargeFile)) continue;
            await using (var picture = store.Open(shop.Id, photo.LargeFile))
            await using (var entry = await zip.CreateEntry(OurPictures.NameOf(photo.Id), CompressionLevel.NoCompression).OpenAsync(cancel))
                await picture.CopyToAsync(entry, cancel);
            await held.SendAsync(cancel);
        }
    }

    // The usual place of one shop is the usual place of the other.
    private static string? Cell(string name, object? value, Guid? usual) => name == OurIds.Place && value is Guid id && id == usual ? null : ExactText.Of(value);

    private ExportManifest ManifestOf(IReadOnlyList<ExportedFile> files)
    {
        var facts = shop.Facts;
        return new ExportManifest("artisans-corner-export", OurTables.Version, time.GetUtcNow(), shop.Id, facts.Name, facts.Currency.Code, facts.Country, facts.Zone.Id, files, ExportWords.NotIncluded);
    }
}

/// <summary>What an export holds.</summary>
/// <param name="Format">That it is one.</param>
/// <param name="Version">How its files are written.</param>
/// <param name="ExportedAt">When it was taken.</param>
/// <param name="ShopId">Of which shop.</param>
/// <param name="Shop">What that is called.</param>
/// <param name="Currency">Its currency; amounts are its minor units.</param>
/// <param name="Country">Its country.</param>
/// <param name="TimeZone">Its time zone.</param>
/// <param name="Files">The files in it, in the order in which they are brought back.</param>
/// <param name="NotIncluded">What of the shop is deliberately not in it.</param>
public sealed record ExportManifest(string Format, int Version, DateTimeOffset ExportedAt, Guid ShopId, string Shop, string Currency, string Country, string TimeZone, IReadOnlyList<ExportedFile> Files, IReadOnlyList<string> NotIncluded);

/// <summary>One file of an export.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Sums">The sums of its whole numbers, by column, as text, for they may be large.</param>
public sealed record ExportedFile(string Name, long Rows, IReadOnlyDictionary<string, string> Sums);
