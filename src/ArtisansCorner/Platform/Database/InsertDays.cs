using System.Collections;
using System.Data.Common;
using ArtisansCorner.Platform.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace ArtisansCorner.Platform.Database;

/// <summary>
/// Rows that the database makes of its own for days of the current shop: INSERT … SELECT, which LINQ cannot say.
/// The query is put into SQL once for each engine: walking through so large an expression again costs more than running it.
/// </summary>
/// <typeparam name="T">The row, which has a <c>Day</c> and a <c>ShopId</c>.</typeparam>
/// <param name="rows">Ends in <c>Select(… => new T { … })</c>, each member worked out by the database from another.</param>
internal sealed class InsertDays<T>(Func<AppDb, Period, IQueryable<T>> rows)
    where T : class
{
    // Days that no row has: where their values stand in the SQL, those of the days asked for belong.
    private static readonly Period Marks = new(new DateOnly(1, 1, 2), new DateOnly(1, 1, 3));

    private readonly PerModel<Template> templates = new(db => Template.Of(db, rows(db, Marks)));

    /// <summary>Inserts what the query selects for these days, inside the transaction that is open, without any row coming here.</summary>
    public async Task RunAsync(AppDb db, Period days, CancellationToken cancel)
    {
        await using var command = templates.Of(db).Fill(db.Database.GetDbConnection().CreateCommand(), db.CurrentShopId, days);
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        await command.ExecuteNonQueryAsync(cancel);
    }

    private enum Mark
    {
        Shop,
        From,
        To,
    }

    /// <summary>The SQL, and what each of its parameters stands for.</summary>
    private sealed record Template(string Sql, IReadOnlyList<(string Name, Mark Mark)> Parameters, RelationalTypeMapping Shop, RelationalTypeMapping Day)
    {
        public static Template Of(AppDb db, IQueryable<T> query)
        {
            var entity = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} has no table.");
            var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
            var columns = SelectedMembers.Of(query.Expression).Select(member => entity.FindProperty(member)!.GetColumnName(table)!);
            var (shop, day) = (entity.FindProperty("ShopId")!.GetRelationalTypeMapping(), entity.FindProperty("Day")!.GetRelationalTypeMapping());
            using var command = query.CreateDbCommand();
            var marks = new (Mark Mark, object? Value)[]
            {
                (Mark.Shop, shop.CreateParameter(command, "shop", db.CurrentShopId).Value),
                (Mark.From, day.CreateParameter(command, "from", Marks.From).Value),
                (Mark.To, day.CreateParameter(command, "to", Marks.To).Value),
            };
            var parameters = command.Parameters.Cast<DbParameter>()
                .Select(parameter => (parameter.ParameterName, marks.Single(mark => StructuralComparisons.StructuralEqualityComparer.Equals(mark.Value, parameter.Value)).Mark)).ToList();
            // Both names come from the model.
            return new Template($"INSERT INTO \"{table.Name}\" (\"{string.Join("\", \"", columns)}\")\n{command.CommandText}", parameters, shop, day);
        }

        public DbCommand Fill(DbCommand command, Guid shopId, Period days)
        {
            command.CommandText = Sql;
            foreach (var (name, mark) in Parameters)
            {
                command.Parameters.Add(mark switch
                {
                    Mark.Shop => Shop.CreateParameter(command, name, shopId),
                    Mark.From => Day.CreateParameter(command, name, days.From),
                    _ => Day.CreateParameter(command, name, days.To),
                });
            }

            return command;
        }
    }
}
