using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ArtisansCorner.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class MonthsAndCustomersDays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_CustomerDays_CustomerId",
                table: "CustomerDays");

            migrationBuilder.CreateTable(
                name: "SalesMonths",
                columns: table => new
                {
                    ShopId = table.Column<Guid>(type: "uuid", nullable: false),
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SalesMonths", x => new { x.ShopId, x.Month });
                });

            migrationBuilder.CreateIndex(
                name: "IX_CustomerDays_ShopId_CustomerId",
                table: "CustomerDays",
                columns: new[] { "ShopId", "CustomerId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SalesMonths");

            migrationBuilder.DropIndex(
                name: "IX_CustomerDays_ShopId_CustomerId",
                table: "CustomerDays");

            migrationBuilder.CreateIndex(
                name: "IX_CustomerDays_CustomerId",
                table: "CustomerDays",
                column: "CustomerId");
        }
    }
}
