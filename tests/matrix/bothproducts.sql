-- The same for MySQL and MariaDB: what each of them spells in its own way when asked for it again.
SET NAMES utf8mb4 COLLATE utf8mb4_general_ci;
SET sql_mode = 'STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION';
ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
CREATE TABLE customers (
  id bigint unsigned NOT NULL AUTO_INCREMENT,
  email varchar(190) NOT NULL,
  name varchar(200) NOT NULL DEFAULT '',
  status enum('new','active','gone') NOT NULL DEFAULT 'new',
  flags set('a','b','c') DEFAULT NULL,
  balance decimal(12,2) NOT NULL DEFAULT 0.00,
  rate double NOT NULL DEFAULT 1.5,
  born date DEFAULT NULL,
  created_at datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  updated_at timestamp NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  email_lower varchar(190) GENERATED ALWAYS AS (lower(email)) STORED,
  full_label varchar(500) GENERATED ALWAYS AS (concat(coalesce(name,''),' <',email,'>')) VIRTUAL,
  score int GENERATED ALWAYS AS (if(balance > 100, 1, 0)) VIRTUAL,
  tiny tinyint(1) NOT NULL DEFAULT 0,
  payload longblob,
  hash binary(16) DEFAULT NULL,
  yr year DEFAULT NULL,
  dur time(3) DEFAULT NULL,
  bits bit(8) DEFAULT b'101',
  note text,
  PRIMARY KEY (id),
  UNIQUE KEY uq_email (email),
  KEY ix_name (name(20)),
  FULLTEXT KEY ft_note (note),
  CHECK (balance >= 0),
  CHECK (name <> 'x' and status in ('new','active')),
  CONSTRAINT ck_named CHECK (char_length(name) between 0 and 100 or email like '%@%')
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='people';
CREATE TABLE orders (
  id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  customer_id bigint unsigned NOT NULL,
  total decimal(10,2) NOT NULL,
  tax decimal(10,2) GENERATED ALWAYS AS (round(total * 0.19, 2)) STORED,
  placed datetime DEFAULT NULL,
  d int DEFAULT (1 + 2),
  u varchar(36) DEFAULT (uuid()),
  CONSTRAINT fk_c FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE ON UPDATE RESTRICT,
  CHECK (total > 0 and (tax is null or tax <= total)),
  KEY ix (placed, total)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE TABLE logs (id int NOT NULL, at date NOT NULL, PRIMARY KEY (id, at)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
 PARTITION BY RANGE (year(at)) (PARTITION p0 VALUES LESS THAN (2020), PARTITION p1 VALUES LESS THAN MAXVALUE);
CREATE TABLE geo (id int PRIMARY KEY, p point NOT NULL, SPATIAL KEY sp (p)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE VIEW spelling_1 AS SELECT c.id, lcase(c.name) AS n, ucase(c.email) AS e, substr(c.name, 1, 3) AS s, if(c.balance > 0, 'y', 'n') AS f FROM customers c WHERE c.status = 'active' AND (c.balance > 10 OR c.rate < 2);
CREATE VIEW spelling_2 (cust, cnt, total) AS SELECT customer_id, count(*), sum(total) FROM orders GROUP BY customer_id HAVING count(*) > 1;
CREATE VIEW spelling_3 AS SELECT o.*, c.name FROM orders o JOIN customers c ON c.id = o.customer_id LEFT JOIN logs l ON l.id = o.id WHERE date_format(o.placed, '%Y') = '2020' AND o.placed >= date_sub(now(), interval 7 day);
CREATE VIEW spelling_4 AS SELECT cast(balance AS char) AS a, cast(rate AS signed) AS b, convert(name using utf8mb4) AS c, ifnull(name, 'x') AS d, nullif(name, '') AS e, CASE status WHEN 'new' THEN 1 ELSE 2 END AS f, year(born) AS g, curdate() AS h, mod(id, 3) AS i, id div 2 AS j, id & 3 AS k, -balance AS l, not tiny AS m, name regexp '^a' AS n2, coalesce(name, email) AS o, concat_ws(',', name, email) AS p, current_timestamp() AS q, utc_timestamp() AS r FROM customers;
CREATE VIEW spelling_5 AS SELECT id FROM customers WHERE id IN (SELECT customer_id FROM orders) UNION ALL SELECT id FROM logs WHERE EXISTS (SELECT 1 FROM orders o WHERE o.id = logs.id);
CREATE VIEW spelling_6 AS SELECT name, row_number() OVER (PARTITION BY status ORDER BY id DESC) AS rn, sum(balance) OVER (ORDER BY id) AS sm FROM customers;
CREATE VIEW spelling_7 AS WITH x AS (SELECT id, name FROM customers), y AS (SELECT id FROM x) SELECT x.id, x.name FROM x JOIN y ON x.id = y.id;
CREATE VIEW spelling_8 AS SELECT group_concat(DISTINCT name ORDER BY name SEPARATOR ';') AS g, json_extract('{"a":1}', '$.a') AS j, trim(both ' ' from name) t, position('a' in name) ps, extract(year from born) y, left(name, 3) lf, ceiling(rate) ce, pow(rate, 2) po, length(name) le, character_length(name) cl, stddev(rate) sd, variance(rate) va, bit_and(id) ba FROM customers GROUP BY name, born, rate, id;
DELIMITER //
CREATE TRIGGER tr BEFORE INSERT ON orders FOR EACH ROW BEGIN IF NEW.total < 0 THEN SET NEW.total = 0; END IF; END//
CREATE FUNCTION f(a int) RETURNS int DETERMINISTIC RETURN a + 1//
CREATE PROCEDURE p(IN a int, OUT b varchar(20)) BEGIN SELECT 'x' INTO b; END//
CREATE EVENT e ON SCHEDULE EVERY 1 DAY STARTS '2024-01-01 00:00:00' DO DELETE FROM logs WHERE at < '2000-01-01'//
DELIMITER ;
