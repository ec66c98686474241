using ArtisansCorner.Catalog;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Facts;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Sales;
using ArtisansCorner.Shops;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing.Export;

/// <summary>Brings back what was taken away of a shop: into that shop, where what is missing goes in, or into one that has nothing of its own yet.</summary>
internal sealed class BringOurRows(AppDb db, CurrentShop shop, DefaultPlace place, ReadFile readFile, ReadParts readParts, FileStore files, TakeOurRowsBack takeBack, Outbox outbox) : IBringFacts
{
    private const int AtOnce = 1000;

    // Whether the shop had any of a table when it was first looked at: what this import writes meanwhile is in no later round.
    private readonly Dictionary<OurTable, bool> had = [];

    public async Task FindAsync(ImportDraft draft, Guid importId, CancellationToken cancel)
    {
        var rows = draft.Of<DraftRow>();
        if (rows.Count == 0) return;
        await MapAsync(rows, importId, cancel);
        var usual = await db.Locations.Where(location => location.IsDefault).Select(location => location.Name).FirstOrDefaultAsync(cancel) ?? DefaultPlace.Name;
        foreach (var some in rows.GroupBy(row => row.Table))
        {
            HashSet<Guid> there = [];
            if (!had.TryGetValue(some.Key, out var hadAny)) had[some.Key] = hadAny = await some.Key.AnyAsync(db, cancel);
            foreach (var keys in !hadAny ? [] : some.Select(row => row.Key).Distinct().Chunk(AtOnce)) there.UnionWith(await some.Key.ThereAsync(db, [.. keys], cancel));
            // The usual place of a shop is never another one, and takes over the name alone.
            foreach (var row in some) row.Presence = there.Contains(row.Key) || (row.Entity is Location { IsDefault: true } place && place.Name == usual) ? Presence.Here : Presence.New;
        }
    }

    private async Task MapAsync(IReadOnlyList<DraftRow> rows, Guid importId, CancellationToken cancel)
    {
        var ids = new OurIds(shop.Id, importId, (await db.Members.Select(member => member.UserId).ToListAsync(cancel)).ToHashSet());
        foreach (var row in rows) ids.Map(row);
    }

    public async Task<Problem?> RefuseAsync(ImportDraft draft, CancellationToken cancel)
    {
        if (draft.Of<DraftRow>().All(row => row.From == shop.Id)) return null;
        var ours = (await db.Imports.AsNoTracking().ToListAsync(cancel)).Where(HasOurs).Select(import => import.Id).ToList();
        var isTaken = await db.ProductsAndMaterials.AnyAsync(product => product.ImportId == null || !ours.Contains(product.ImportId.Value), cancel) ||
            await db.Sales.AnyAsync(sale => sale.ImportId == null || !ours.Contains(sale.ImportId.Value), cancel) || await db.Customers.AnyAsync(customer => customer.ImportId == null || !ours.Contains(customer.ImportId.Value), cancel);
        return isTaken ? new Problem("shop_not_empty", "This is the data of another shop. It can be brought into that shop, or into a new one that has no products, sales or customers yet.") : null;
    }

    public FactCount? Count(ImportDraft draft)
    {
        var rows = draft.Of<DraftRow>();
        var here = rows.Count(row => row.Presence == Presence.Here);
        return rows.Count == 0 ? null : new FactCount(Words.One, Words.Many, rows.Count - here, here);
    }

    public async Task<IReadOnlyCollection<DateOnly>> WriteAsync(ImportDraft draft, ImportTurn turn, CancellationToken cancel)
    {
        var rows = draft.Of<DraftRow>();
        var written = 0L;
        foreach (var table in OurTables.All)
        {
            var missing = rows.Where(row => row.Table == table && row.Presence == Presence.New).ToList();
            // Parts of one thing stand all or none, so that what is here of it is known by any of them.
            foreach (var some in table.HasId ? missing.Chunk(AtOnce) : missing.Count == 0 ? [] : [[.. missing]])
            {
                await using var write = await db.BeginWriteAsync(cancel);
                await turn.SayAsync(written += some.Length, rows.Count, cancel);
                await WriteAsync(table, some, turn.ImportId, cancel);
                await write.CommitAsync(cancel);
                db.ChangeTracker.Clear();
                await turn.TellAsync(cancel);
            }
        }

        // What stood before an interruption may not have been told.
        return [.. rows.Select(row => row.Entity switch { Sale sale => sale.Day, Refund refund => refund.Day, Fee fee => fee.Day, _ => (DateOnly?)null }).OfType<DateOnly>().Distinct()];
    }

    public async Task BeginTakeBackAsync(ImportTurn turn, Import import, CancellationToken cancel)
    {
        if (!HasOurs(import) || await readFile.RunAsync(turn, import, Forget, cancel) is not { Succeeded: true, Value: var read }) return;
        var made = ImportPlan.Of(import).SettingsMade;
        await NoteRoundAsync();
        foreach (var round in read.AfterSales.Skip(1))
        {
            turn.Within(round, read.Rows);
            await readParts.RoundAsync(read, InRounds.AfterSales, round, count => turn.TickAsync(count, read.Rows, cancel), cancel);
            await NoteRoundAsync();
        }

        turn.Within(Round.Only, 0);
        takeBack.Begin();

        async Task NoteRoundAsync()
        {
            await MapAsync(read.Draft.Of<DraftRow>(), turn.ImportId, cancel);
            takeBack.Note(read.Draft, made);
            read.Draft.ForgetRound();
        }
    }

    public Task<int> TakeBackAsync(Guid importId, int atMost, CancellationToken cancel) => takeBack.RunAsync(cancel);

    public Task<string?> KeptAsync(Guid importId, CancellationToken cancel) => Task.FromResult<string?>(null);

    /// <summary>How one and several rows are called.</summary>
    public static (string One, string Many) Words => ("row of your data", "rows of your data");

    // Orders of other files beside ours are found by their import.
    private static Task Forget(FileRead read)
    {
        read.Draft.Forget();
        return Task.CompletedTask;
    }

    private static bool HasOurs(Import import) => ImportPlan.Of(import).Others.Any(other => other.One == Words.One);

    private async Task NoteAsync(Guid importId, Func<ImportPlan, ImportPlan> change, CancellationToken cancel)
    {
        var import = await db.Imports.FirstAsync(row => row.Id == importId, cancel);
        import.Plan = change(ImportPlan.Of(import)).ToJson();
    }

    private async Task WriteAsync(OurTable table, IReadOnlyList<DraftRow> rows, Guid importId, CancellationToken cancel)
    {
        var usual = await place.IdAsync(cancel);
        var entities = rows.Select(row => row.Entity).ToList();
        if (table.Columns.FirstOrDefault(property => property.Name == OurIds.Place && property.PropertyType == typeof(Guid)) is { } at)
            foreach (var entity in entities.Where(entity => (Guid)at.GetValue(entity)! == Guid.Empty)) at.SetValue(entity, usual);
        foreach (var standard in entities.OfType<Location>().Where(location => location.IsDefault))
            await db.Locations.Where(location => location.IsDefault).ExecuteUpdateAsync(row => row.SetProperty(one => one.Name, standard.Name).SetProperty(one => one.NameKey, standard.NameKey), cancel);
        // So that alerts are looked at again.
        foreach (var product in entities.OfType<Product>()) outbox.Add(new ProductChanged(product.Id));

        if (entities.OfType<Channel>().ToList() is { Count: > 0 } channels) await NoteAsync(importId, plan => plan with { ChannelsMade = [.. plan.ChannelsMade, .. channels.Select(channel => channel.Id)] }, cancel);
        if (table.IsOfShop) await NoteAsync(importId, plan => plan with { SettingsMade = [.. plan.SettingsMade, table.Name] }, cancel);

        if (entities.Count > 0 && entities[0] is Photo) entities = await OurPictures.BringAsync(files, rows, importId, cancel);
        await table.InsertAsync(db, entities.Where(entity => entity is not Location { IsDefault: true }), cancel);
    }
}
