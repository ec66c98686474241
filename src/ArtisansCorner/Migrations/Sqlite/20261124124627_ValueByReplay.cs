using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ArtisansCorner.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ValueByReplay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "MaterialCost",
                table: "Batches");

            migrationBuilder.RenameColumn(
                name: "UnitCost",
                table: "StockMovements",
                newName: "Cost");

            migrationBuilder.AddColumn<long>(
                name: "Missing",
                table: "StockMovements",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<byte[]>(
                name: "ReturnsId",
                table: "StockMovements",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "TrueUp",
                table: "StockMovements",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "BaseOnHand",
                table: "StockLevels",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "BaseValue",
                table: "StockLevels",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "LastAt",
                table: "StockLevels",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LastInAt",
                table: "StockLevels",
                type: "INTEGER",
                nullable: true);

            // What came is known by what it was worth so far; what a batch made, by that without what it used up.
            migrationBuilder.Sql("""
                UPDATE "StockLevels" SET "BaseOnHand" = "OnHand", "BaseValue" = "Value",
                    "LastAt" = (SELECT MAX("At") FROM "StockMovements" m WHERE m."VariantId" = "StockLevels"."VariantId" AND m."Reason" <> 6),
                    "LastInAt" = (SELECT MAX("At") FROM "StockMovements" m WHERE m."VariantId" = "StockLevels"."VariantId" AND m."Reason" <> 6 AND m."Quantity" > 0);
                UPDATE "StockMovements" SET "Cost" = CASE WHEN "Quantity" > 0 AND "Value" > 0 AND "Reason" <> 6 THEN "Value" END;
                UPDATE "StockMovements" SET "Cost" = "Value" + (SELECT COALESCE(SUM(u."Value"), 0) FROM "StockMovements" u WHERE u."CauseId" = "StockMovements"."CauseId" AND u."Reason" = 3)
                    WHERE "Reason" = 2 AND "Quantity" > 0 AND "CauseId" IS NOT NULL;
                """);

            migrationBuilder.CreateTable(
                name: "ClosedPeriods",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ShopId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Through = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Value = table.Column<long>(type: "INTEGER", nullable: false),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ClosedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ReopenedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClosedPeriods", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ClosedPeriods_ShopId_Through",
                table: "ClosedPeriods",
                columns: new[] { "ShopId", "Through" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ClosedPeriods");

            migrationBuilder.DropColumn(
                name: "Missing",
                table: "StockMovements");

            migrationBuilder.DropColumn(
                name: "ReturnsId",
                table: "StockMovements");

            migrationBuilder.DropColumn(
                name: "TrueUp",
                table: "StockMovements");

            migrationBuilder.DropColumn(
                name: "BaseOnHand",
                table: "StockLevels");

            migrationBuilder.DropColumn(
                name: "BaseValue",
                table: "StockLevels");

            migrationBuilder.DropColumn(
                name: "LastAt",
                table: "StockLevels");

            migrationBuilder.DropColumn(
                name: "LastInAt",
                table: "StockLevels");

            migrationBuilder.RenameColumn(
                name: "Cost",
                table: "StockMovements",
                newName: "UnitCost");

            migrationBuilder.AddColumn<long>(
                name: "MaterialCost",
                table: "Batches",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);
        }
    }
}
